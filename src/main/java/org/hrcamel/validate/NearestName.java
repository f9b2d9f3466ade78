package org.hrcamel.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody most likely meant: the name with the fewest letters to change. */
public final class NearestName {

    private NearestName() {}

    /** The nearest name, or empty when none is near. */
    public static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> nearness(written, name)))
                .filter(name ->
                        nearness(written, name) <= Math.min(written.length() - 1, Math.max(3, written.length() / 3)));
    }

    /** The nearest name that differs in so many letters at the most. */
    static Optional<String> within(int letters, String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> distance(written, name) <= letters);
    }

    /** The end of a sentence that says what is not known: "; did you mean …?", or nothing when no name is near. */
    public static String suggestion(String written, Collection<String> names) {
        return of(written, names).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** Letters to change, where a name that was only begun counts as nearly right. */
    private static int nearness(String written, String name) {
        String beginning = name.substring(0, Math.min(name.length(), written.length()));
        return Math.min(distance(written, name), distance(written, beginning) + 2);
    }

    /** How many letters must be put in, left out or replaced. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
