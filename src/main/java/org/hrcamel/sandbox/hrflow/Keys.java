package org.hrcamel.sandbox.hrflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of HrFlow's form, 40 lower-case hex digits, always the same for the same content (HrFlow contract, section 1). */
final class Keys {

    private Keys() {}

    static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
