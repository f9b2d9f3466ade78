package org.hrcamel.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hrcamel.validate.ConsoleSettings;

/** The password of the console's one user. */
final class AdminPassword {

    /** The user of the console. */
    static final String USER = "admin";

    /** Without letters and digits that look like others. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 24;

    private final PasswordHash hash;
    /** Of this process alone: what it makes of a password is worth nothing elsewhere. */
    private final byte[] quickKey = new byte[32];

    /** What the quick hash of the right password is, once it was given: scripts send it with every request. */
    private volatile byte[] rightOne = {};

    private AdminPassword(PasswordHash hash) {
        this.hash = hash;
        new SecureRandom().nextBytes(quickKey);
    }

    /**
     * The one of the settings, else the one that was generated at an earlier start, else a new one, which is printed this once.
     *
     * @param terminal where a new password is shown, and nowhere else
     * @throws IllegalArgumentException when the kept hash cannot be read; the message says what to do
     */
    static AdminPassword of(ConsoleSettings settings, PrintStream terminal) {
        SecureRandom random = new SecureRandom();
        if (settings.password().isPresent()) {
            // It stands in the settings as it is; to hash it slowly would hide nothing.
            return new AdminPassword(PasswordHash.of(settings.password().get(), 1, random));
        }
        Path file = settings.passwordFile();
        try {
            if (!Files.exists(file)) {
                generate(file, random, terminal);
            }
            return new AdminPassword(PasswordHash.parse(Files.readString(file)));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    file + " " + unreadable.getMessage() + "; delete it, and the next start makes a new password");
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The console's password cannot be kept in " + file + "; set hrcamel.console.password, or mend: "
                            + failure,
                    failure);
        }
    }

    private static void generate(Path file, SecureRandom random, PrintStream terminal) throws IOException {
        String password = random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .reduce("", String::concat);
        Files.createDirectories(file.getParent());
        try {
            keep(file, PasswordHash.of(password, PasswordHash.SLOW, random));
        } catch (FileAlreadyExistsException another) {
            // Another process was quicker, and has told its password.
            return;
        }
        terminal.println();
        terminal.println("    The console's login, shown this once:   user " + USER + "   password " + password);
        terminal.println(
                "    (" + file + " keeps its hash; delete it for a new password, or set hrcamel.console.password)");
        terminal.println();
    }

    /** Nobody else may read the file, not even for a moment. */
    private static void keep(Path file, PasswordHash hash) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(hash.text() + "\n"));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    boolean matches(String password) {
        byte[] quick = signature(quickKey, password);
        if (MessageDigest.isEqual(quick, rightOne)) {
            return true;
        }
        boolean right = hash.matches(password);
        if (right) {
            rightOne = quick;
        }
        return right;
    }

    /** Signs something so that it can be told later that it came from here, as long as the password stays. */
    String sign(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature(hash.hash(), text));
    }

    private static byte[] signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
