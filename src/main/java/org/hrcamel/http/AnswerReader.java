package org.hrcamel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.hrcamel.http.Transport.MalformedAnswer;
import org.jspecify.annotations.Nullable;

/** Makes an answer of a response while its body streams in. */
interface AnswerReader {

    /** Exchange property that carries the reader to the route's last step. */
    String PROPERTY = "hrcamel.answerReader";

    /** More of an error's body than this is not read. */
    int LONGEST_ERROR = 64 * 1024;

    /**
     * @param body null when there is none
     */
    ApiAnswer read(int status, Map<String, String> headers, @Nullable InputStream body) throws IOException;

    /** Parses the body as JSON straight from the connection; an error's body need not be JSON. */
    static AnswerReader json() {
        return (status, headers, body) ->
                new ApiAnswer(status, headers, parse(status, body == null ? null : decoded(headers, body)));
    }

    /**
     * The body as it was before it was compressed for the way.
     *
     * @param body not null; stays the one that holds the connection
     */
    static InputStream decoded(Map<String, String> headers, InputStream body) throws IOException {
        String encoding = new ApiAnswer(200, headers, MissingNode.getInstance())
                .header("Content-Encoding")
                .orElse("");
        if (!encoding.strip().equalsIgnoreCase("gzip")) {
            return body;
        }
        PushbackInputStream ahead = new PushbackInputStream(body);
        int first = ahead.read();
        if (first < 0) {
            return ahead;
        }
        ahead.unread(first);
        return new GZIPInputStream(ahead);
    }

    private static JsonNode parse(int status, @Nullable InputStream body) throws IOException {
        if (body == null) {
            return MissingNode.getInstance();
        }
        if (status >= 300) {
            return error(body.readNBytes(LONGEST_ERROR));
        }
        try {
            return Json.read(body);
        } catch (JsonProcessingException malformed) {
            // The parser's own message quotes the text, which is somebody's data.
            throw new MalformedAnswer(
                    "the vendor answered HTTP " + status + " with a body that is no JSON or is cut short");
        }
    }

    /** The body of an error is JSON, or a gateway's text or page, or nothing. */
    private static JsonNode error(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException noJson) {
            return TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
        }
    }
}
