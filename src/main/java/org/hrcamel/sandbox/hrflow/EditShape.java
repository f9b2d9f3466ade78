package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the body of an edit has the shape of a profile; otherwise HrFlow answers 422.
 *
 * <p>Types are those of the profile object (HrFlow contract, section 2.3), dates those of section 7. Whatever stands in the stored
 * profile in the same place may be sent back, however odd: old profiles have shapes that are not accepted anew.
 */
final class EditShape {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

    private final ObjectNode stored;
    private final List<String> problems = new ArrayList<>();

    private EditShape(ObjectNode stored) {
        this.stored = stored;
    }

    /** What is wrong, as paths and expectations without values; empty if nothing is. */
    static List<String> problems(ObjectNode body, ObjectNode stored) {
        EditShape shape = new EditShape(stored);
        shape.check(body);
        return shape.problems;
    }

    private void check(ObjectNode body) {
        shape("consent_algorithmic", body.path("consent_algorithmic"), true);
        text("text", body.path("text"));
        text("text_language", body.path("text_language"));
        if (shape("info", body.path("info"), true)) {
            info(body.get("info"));
        }
        for (String list : ProfileShape.NAMED) {
            named(list, body.path(list), stored.path(list));
        }
        for (String list : ProfileShape.PERIODS) {
            if (shape(list, body.path(list), false)) {
                body.get(list).forEach(period -> period(list, period));
            }
        }
        if (shape("labels", body.path("labels"), false)) {
            body.get("labels").forEach(label -> shape("labels[]", label, true));
        }
    }

    private void info(JsonNode info) {
        ProfileShape.INFO_TEXTS.forEach(text -> text("info." + text, info.path(text)));
        date("info.date_birth", info.path("date_birth"), true, List.of(stored.at("/info/date_birth")));
        location("info.location", info.path("location"));
        JsonNode urls = info.path("urls");
        if (!urls.equals(stored.at("/info/urls")) && shape("info.urls", urls, false)) {
            for (JsonNode url : urls) {
                require("info.urls[] {type, url}", url.path("type").isTextual() && textOrNone(url.path("url")));
            }
        }
    }

    private void named(String list, JsonNode given, JsonNode kept) {
        if (given.equals(kept) || !shape(list, given, false)) {
            return;
        }
        for (JsonNode element : given) {
            require(list + "[].name", element.path("name").isTextual());
            require(
                    list + "[].type",
                    !list.endsWith("skills")
                            || element.path("type").isMissingNode()
                            || element.path("type").isNull()
                            || element.path("type").asText().matches("hard|soft"));
        }
    }

    private void period(String list, JsonNode period) {
        if (!shape(list + "[]", period, true)) {
            return;
        }
        for (String text : List.of("key", "title", "description", "company", "school")) {
            text(list + "[]." + text, period.path(text));
        }
        location(list + "[].location", period.path("location"));
        boolean offset = list.equals("educations");
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode old : stored.path(list)) {
            kept.add(old.path("date_start"));
            kept.add(old.path("date_end"));
        }
        date(list + "[].date_start", period.path("date_start"), offset, kept);
        date(list + "[].date_end", period.path("date_end"), offset, kept);
        for (String inner : List.of("skills", "certifications", "courses", "tasks")) {
            named(list + "[]." + inner, period.path(inner), period.path("none"));
        }
    }

    private void location(String path, JsonNode location) {
        if (!shape(path, location, true) || !location.isObject()) {
            return;
        }
        text(path + ".text", location.path("text"));
        for (String degree : List.of("lat", "lng")) {
            JsonNode value = location.path(degree);
            require(path + "." + degree + " number", value.isMissingNode() || value.isNull() || value.isNumber());
        }
        JsonNode fields = location.path("fields");
        require(
                path + ".fields object",
                fields.isMissingNode()
                        || fields.isNull()
                        || fields.isObject()
                        || (fields.isArray() && fields.isEmpty()));
    }

    private void date(String path, JsonNode date, boolean offsetAllowed, List<JsonNode> kept) {
        if (!date.isTextual() || kept.contains(date)) {
            text(path, date);
            return;
        }
        String text = date.asText();
        String local = offsetAllowed && text.endsWith("+0000") ? text.substring(0, text.length() - 5) : text;
        require(path + " yyyy-MM-ddTHH:mm:ss", DATE.matcher(local).matches() && exists(local));
    }

    private static boolean exists(String date) {
        try {
            LocalDateTime.parse(date);
            return true;
        } catch (DateTimeParseException impossible) {
            return false;
        }
    }

    private void text(String path, JsonNode value) {
        require(path + " string", textOrNone(value));
    }

    private static boolean textOrNone(JsonNode value) {
        return value.isTextual() || value.isNull() || value.isMissingNode();
    }

    /** Notes a problem unless the value is null, missing, or an object or array as wanted; true if there is something to look into. */
    private boolean shape(String path, JsonNode value, boolean object) {
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        boolean right = object ? value.isObject() : value.isArray();
        require(path + (object ? " object" : " list"), right);
        return right;
    }

    private void require(String expectation, boolean met) {
        if (!met) {
            problems.add(expectation);
        }
    }
}
