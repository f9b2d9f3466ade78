package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Parameter;

/** The {@code connector.flatchr.*} settings for what Flatchr does not document (Flatchr contract, section 10). */
final class FlatchrChoices {

    static final Parameter<String> REFERENCE = Parameter.text(
                    "reference",
                    "Which id the profiles carry as reference: that of the candidate, one profile a person, or that of the"
                            + " applicant, one profile an application.")
            .oneOf("candidate", "applicant")
            .orElse("candidate");
    static final Parameter<String> ARCHIVED = Parameter.text(
                    "archived", "Whether archived applications are delivered, marked by their status tag, or skipped.")
            .oneOf("deliver", "skip")
            .orElse("deliver");
    static final Parameter<ZoneId> TIME_ZONE = Parameter.custom(
                    "time-zone",
                    "string",
                    "Time zone of the days that start and end mean, and of the days of change.",
                    FlatchrChoices::zone)
            .orElse("Europe/Paris");
    static final Parameter<LocalDate> EARLIEST = Parameter.day(
                    "earliest", "uuuu-MM-dd", "Creation day from which applications are read when start is not given.")
            .orElse("2015-01-01");
    static final Parameter<Integer> SLICE_DAYS = Parameter.integer(
                    "slice-days", 1, 3660, "Days of creation, or of change, that one search request asks for.")
            .orElse("31");
    static final Parameter<Integer> SLICE_ROWS = Parameter.integer(
                    "slice-rows",
                    1,
                    Integer.MAX_VALUE,
                    "A search that gives so many rows may be cut off: its days are halved and read again.")
            .orElse("500");
    static final Parameter<String> HIRED_FORM = Parameter.text(
                    "hired-form",
                    "How the search is told whether people were hired: as a JSON boolean, or as the text true or false.")
            .oneOf("boolean", "text")
            .orElse("boolean");
    static final Parameter<ObjectNode> SEARCH_BODY = Parameter.custom(
            "search-body",
            "object",
            "Further entries of the search request's body, a JSON object such as {\"status\": 0}.",
            FlatchrChoices::object);
    static final Parameter<String> SEARCH_FIELDS =
            Parameter.text("search-fields", "Value of the search request's fields parameter; not sent when empty.");

    static final List<Parameter<?>> ALL = List.of(
            REFERENCE, ARCHIVED, TIME_ZONE, EARLIEST, SLICE_DAYS, SLICE_ROWS, HIRED_FORM, SEARCH_BODY, SEARCH_FIELDS);

    private FlatchrChoices() {}

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("is no time zone such as Europe/Paris");
        }
    }

    private static ObjectNode object(String text) {
        try {
            if (Json.mapper().readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            // Reported below with the same sentence.
        }
        throw new IllegalArgumentException("is no JSON object");
    }
}
