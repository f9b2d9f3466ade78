package org.hrcamel.sandbox.breezyhr;

import java.util.List;
import java.util.Set;
import org.hrcamel.sandbox.Request;

/**
 * {@code page_size} and {@code page} of a list: without a size everything comes in one answer (Breezy HR contract, section 2.2).
 *
 * @param size 0 for everything
 * @param page from 1
 */
record Paging(int size, int page) {

    /** Reads what the request asks for; a size above 50 counts as 50, as do values that are no numbers as absent. */
    static Paging of(Request request) {
        int size = number(request, "page_size");
        int page = number(request, "page");
        if (size == 0) {
            request.violation("a list read without page_size");
            return new Paging(0, 1);
        }
        if (size > 50) {
            request.violation("page_size above 50");
        }
        if (page == 0) {
            request.violation("page_size without a page from 1");
        }
        return new Paging(Math.min(50, size), Math.max(1, page));
    }

    <T> List<T> slice(List<T> rows) {
        return size == 0
                ? rows
                : rows.stream().skip((page - 1L) * size).limit(size).toList();
    }

    static void noteUnknown(Request request, Set<String> known) {
        request.query().forEach((name, values) -> {
            if (!known.contains(name) || values.size() > 1) {
                request.violation("unknown or repeated parameter " + name);
            }
        });
    }

    private static int number(Request request, String name) {
        return request.query(name)
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
