package org.hrcamel.sandbox.smartrecruiters;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The opaque pointer to a next page (SmartRecruiters contract, section 2.1). Its text always has characters that a URL must encode
 * ({@code +}, {@code /} and {@code =}), so that a client which encodes it never or twice is refused.
 *
 * @param after sequence number of the last row of the page before
 * @param generation older ones have expired
 * @param total rows found on the first page
 * @param filters fingerprint of the filters that must come along
 */
record PageId(long after, int generation, int total, int filters) {

    private static final String START = "SK+/";

    String text() {
        StringBuilder content = new StringBuilder("%d|%d|%d|%d|".formatted(after, generation, total, filters));
        while (content.length() % 3 != 1) {
            content.append(' ');
        }
        return START + Base64.getEncoder().encodeToString(content.toString().getBytes(StandardCharsets.US_ASCII));
    }

    static PageId of(String text) throws Problem.BadParameter {
        try {
            if (!text.startsWith(START) || !text.endsWith("==")) {
                throw new Problem.BadParameter("pageId is malformed");
            }
            byte[] content = Base64.getDecoder().decode(text.substring(START.length()));
            String[] parts = new String(content, StandardCharsets.US_ASCII).split("\\|");
            return new PageId(
                    Long.parseLong(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new Problem.BadParameter("pageId is malformed");
        }
    }
}
