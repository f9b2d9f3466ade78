package org.hrcamel.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.hrcamel.http.Sha256;
import org.jspecify.annotations.Nullable;

/** A short text that differs when anything differs that was put in. Not thread safe. */
public final class Fingerprint {

    private static final int BYTES = 8;

    private final MessageDigest digest = Sha256.digest();

    /** Adds a text under a name; the order counts. */
    public Fingerprint with(String name, @Nullable Object value) {
        for (String part : new String[] {name, String.valueOf(value)}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return this;
    }

    /** 16 hexadecimal digits; nothing can be added afterwards. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
