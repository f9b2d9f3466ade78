package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an education or a job began or ended, as far as it is told. Breezy HR writes and reads it differently, and reads of educations
 * vary (Breezy HR contract, section 10, U11), so every form is understood, HrFlow's too.
 *
 * @param year 0 when unknown
 * @param month 0 when unknown
 */
record EntryDate(int year, int month) {

    static final EntryDate UNKNOWN = new EntryDate(0, 0);

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:\\D.*)?");

    /** How HrFlow once wrote that there is no date (HrFlow contract, section 7). */
    private static final String NO_DATE = "1969-12-31T23:59:59";

    /** A date of an entry in Breezy HR's read form or write form. */
    static EntryDate of(JsonNode entry, String which) {
        EntryDate told = of(entry.path(which + "_date"));
        return told.isKnown() ? told : ofParts(entry.path(which + "_year"), entry.path(which + "_month"));
    }

    /** A date as an object, a number or a text. */
    static EntryDate of(JsonNode date) {
        if (date.isObject()) {
            return date.has("iso8601")
                    ? ofText(date.path("iso8601").asText(""))
                    : ofParts(date.path("year"), date.path("month"));
        }
        return date.isNumber() ? ofParts(date, date.path("month")) : ofText(date.asText(""));
    }

    private static EntryDate ofParts(JsonNode year, JsonNode month) {
        int of = Math.max(0, year.asInt(0));
        int in = month.asInt(0);
        return of == 0 ? UNKNOWN : new EntryDate(of, in >= 1 && in <= 12 ? in : 0);
    }

    private static EntryDate ofText(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches() || text.strip().startsWith(NO_DATE)) {
            return UNKNOWN;
        }
        int month = iso.group(2) == null ? 0 : Integer.parseInt(iso.group(2));
        return new EntryDate(Integer.parseInt(iso.group(1)), month <= 12 ? month : 0);
    }

    boolean isKnown() {
        return year != 0;
    }

    /** Whether Breezy HR is known to take such a year. */
    boolean isPlausible() {
        return year >= 1900 && year <= 2100;
    }

    boolean isBefore(EntryDate other) {
        return year < other.year || year == other.year && month != 0 && other.month != 0 && month < other.month;
    }

    /** Whether both can be the same date, one perhaps told in more detail. */
    boolean agrees(EntryDate other) {
        return year == other.year && (month == other.month || month == 0 || other.month == 0);
    }

    /** Writes it in Breezy HR's write form. */
    void put(ObjectNode entry, String which, boolean withMonth) {
        if (isKnown()) {
            if (withMonth && month != 0) {
                entry.put(which + "_month", month);
            }
            entry.put(which + "_year", year);
        }
    }
}
