package org.hrcamel.console;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted, slow hash of a password: what is kept instead of it. Its text is {@code v1:<iterations>:<salt>:<hash>} with both in
 * Base64; version 1 is PBKDF2 with HMAC-SHA-512.
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

    private static final String VERSION = "v1";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    /** So many that a guess costs about a tenth of a second of one core. */
    static final int SLOW = 220_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    static PasswordHash of(String password, int iterations, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /**
     * @throws IllegalArgumentException when the text is none of a known version
     */
    static PasswordHash parse(String text) {
        String[] parts = text.strip().split(":");
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("is no password hash of a version that is known here (" + VERSION + ")");
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            if (iterations < 1 || salt.length < SALT_BYTES || hash.length * 8 != HASH_BITS) {
                throw new IllegalArgumentException();
            }
            return new PasswordHash(iterations, salt, hash);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("is damaged");
        }
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                ":", VERSION, String.valueOf(iterations), base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        } finally {
            key.clearPassword();
        }
    }

    /** Nothing of the hash. */
    @Override
    public String toString() {
        return VERSION;
    }
}
