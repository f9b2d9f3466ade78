package org.hrcamel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.hrcamel.http.Transport.MalformedAnswer;

/** Makes an answer of a response while its body streams in. */
interface AnswerReader {

    /** Exchange property that carries the reader to the route's last step. */
    String PROPERTY = "hrcamel.answerReader";

    /**
     * @param body null when there is none
     */
    ApiAnswer read(int status, Map<String, String> headers, InputStream body) throws IOException;

    /** Parses the body as JSON straight from the connection; an error's body need not be JSON. */
    static AnswerReader json() {
        return (status, headers, body) -> new ApiAnswer(status, headers, parse(status, body));
    }

    private static JsonNode parse(int status, InputStream body) throws IOException {
        if (body == null) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(body);
        } catch (JsonProcessingException malformed) {
            if (status >= 300) {
                return MissingNode.getInstance();
            }
            // The parser's own message quotes the text, which is somebody's data.
            throw new MalformedAnswer(
                    "the vendor answered HTTP " + status + " with a body that is no JSON or is cut short");
        }
    }
}
