package org.hrcamel.sandbox.flatchr;

import java.util.SplittableRandom;

/** Flatchr's encoded ids, such as {@code V41QG9eja5pK6Xev}: 16 letters and digits, always the same for the same thing. */
final class EncodedId {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private EncodedId() {}

    static String of(String kind, int number) {
        SplittableRandom random = new SplittableRandom(kind.hashCode() * 1_000_003L + number);
        StringBuilder id = new StringBuilder();
        for (int letter = 0; letter < 16; letter++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
