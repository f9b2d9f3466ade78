package org.hrcamel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor's answer, whatever its status.
 *
 * @param headers by name, case ignored; a header that came several times has its values joined by a comma
 * @param body the JSON body; a missing node when it is empty; the text of an error whose body is no JSON
 */
public record ApiAnswer(int status, Map<String, String> headers, JsonNode body) {

    public ApiAnswer {
        Map<String, String> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(headers);
        headers = folded;
    }

    public ApiAnswer(int status) {
        this(status, Map.of(), MissingNode.getInstance());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What the vendor's own clock showed, to the second, when it answered. */
    public Optional<Instant> date() {
        return header("Date").flatMap(ApiAnswer::time);
    }

    /** A time in the form of HTTP headers, or empty when it has another. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** 401 or 403: the credential is wrong or may not do this. */
    public boolean isRefused() {
        return status == 401 || status == 403;
    }

    /** The status alone: bodies hold people's data and echo secrets. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
