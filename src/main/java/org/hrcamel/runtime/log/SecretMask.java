package org.hrcamel.runtime.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts an ellipsis where a text holds a secret. Immutable. */
final class SecretMask {

    static final SecretMask NONE = new SecretMask(List.of());

    private static final String MASK = "…";

    private final List<String> secrets;

    SecretMask(Collection<String> secrets) {
        // The longest first: else the rest of one that begins with another would be left.
        this.secrets = secrets.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String of(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
