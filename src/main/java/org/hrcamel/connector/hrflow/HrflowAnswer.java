package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.hrcamel.http.ApiAnswer;

/** Reads HrFlow's envelope {@code {code, message, data, meta}} (HrFlow contract, sections 1 and 5). */
final class HrflowAnswer {

    private HrflowAnswer() {}

    /** The answer with the worse of its two statuses: HTTP's and the body's own. */
    static ApiAnswer envelope(ApiAnswer answer) {
        int code = answer.body().path("code").asInt(answer.status());
        return code > answer.status() && code >= 400 ? new ApiAnswer(code, answer.headers(), answer.body()) : answer;
    }

    static JsonNode data(ApiAnswer answer) {
        return answer.body().path("data");
    }

    /** Whether this object was not found; no other answer means so. */
    static boolean isNotFound(ApiAnswer answer, String object) {
        String message = message(answer);
        boolean named = message.contains("unable to find object") && message.contains(object);
        boolean anything = answer.status() == 404 && !message.contains("unable to find object");
        return (answer.status() == 400 || answer.status() == 404) && named || anything;
    }

    /** The older wording that does not tell a source from a profile. */
    static boolean isAmbiguous(ApiAnswer answer) {
        return answer.status() == 400 && message(answer).contains("invalid source fields");
    }

    static boolean isAlreadyUsed(ApiAnswer answer) {
        return answer.status() == 400 && message(answer).contains("already used");
    }

    private static String message(ApiAnswer answer) {
        return answer.body().path("message").asText("").toLowerCase(Locale.ROOT);
    }
}
