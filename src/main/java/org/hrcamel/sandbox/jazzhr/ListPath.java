package org.hrcamel.sandbox.jazzhr;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Request;

/**
 * The {@code /{filter}/{value}…/page/{n}} part of a list's path.
 *
 * <p>JazzHR contract, section 1 "URL grammar" and rows U3 and U6 of section 10.
 *
 * @param filters decoded values by name, without the page
 * @param page 1-based; 1 if the path names none
 */
record ListPath(Map<String, String> filters, int page) {

    /**
     * Reads the segments behind the resource's name and notes what a careful client would not send.
     *
     * @return empty if the vendor cannot make sense of it
     */
    static Optional<ListPath> read(Request request, List<String> segments, Set<String> known) {
        if (segments.size() % 2 != 0) {
            request.violation("a filter without a value");
            return Optional.empty();
        }
        Map<String, String> filters = new LinkedHashMap<>();
        for (int at = 0; at < segments.size(); at += 2) {
            String name = segments.get(at);
            String value = segments.get(at + 1);
            if (!known.contains(name) && !name.equals("page")) {
                request.violation("unknown filter " + name);
                return Optional.empty();
            }
            if (filters.put(name, value) != null) {
                request.violation("segment " + name + " twice");
            }
            if (!sound(name, value)) {
                request.violation("malformed " + name + " " + value);
                return Optional.empty();
            }
            if (name.equals("page") && at + 2 < segments.size()) {
                request.violation("page before the filters");
            }
        }
        if (filters.containsKey("apply_date")
                && (filters.containsKey("from_apply_date") || filters.containsKey("to_apply_date"))) {
            request.violation("apply_date together with from_apply_date or to_apply_date");
        }
        String page = filters.remove("page");
        return Optional.of(new ListPath(Map.copyOf(filters), page == null ? 1 : Integer.parseInt(page)));
    }

    private static boolean sound(String name, String value) {
        if (name.equals("page")) {
            return value.matches("[1-9]\\d{0,6}");
        }
        if (name.equals("rating")) {
            return value.matches("[1-5]");
        }
        return !ApplicantFilter.DATES.contains(name) || isDate(value);
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException other) {
            return false;
        }
    }
}
