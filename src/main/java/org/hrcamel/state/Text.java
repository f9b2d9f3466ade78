package org.hrcamel.state;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.hrcamel.http.Sha256;

/**
 * Texts as databases hold them. PostgreSQL's texts hold no NUL, and its indexes no key longer than 2,704 bytes: without this one odd
 * id of a vendor would fail every write that shares its transaction.
 */
final class Text {

    private static final int LONGEST_KEY = 400;
    private static final int BEGINNING = 64;

    private Text() {}

    /** Without what no database holds. */
    static String of(String text) {
        // Encoding replaces halves of surrogate pairs.
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** The key that stands for a reference: itself, or its hash when it is too long. */
    static String key(String reference) {
        String text = of(reference);
        if (text.length() <= LONGEST_KEY) {
            return text;
        }
        String beginning = of(reference.substring(0, BEGINNING));
        return beginning + "…sha256:" + HexFormat.of().formatHex(Sha256.of(reference));
    }
}
