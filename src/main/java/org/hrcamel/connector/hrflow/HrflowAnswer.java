package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.http.ApiAnswer;

/** Reads HrFlow's envelope {@code {code, message, data, meta}} (HrFlow contract, sections 1 and 5). */
final class HrflowAnswer {

    private static final Pattern NOT_FOUND = Pattern.compile("unable to find object\\W*(\\w*)");

    private HrflowAnswer() {}

    /** The answer with the worse of its two statuses: HTTP's and the body's own. */
    static ApiAnswer envelope(ApiAnswer answer) {
        int code = answer.body().path("code").asInt(answer.status());
        return code > answer.status() && code >= 400 ? new ApiAnswer(code, answer.headers(), answer.body()) : answer;
    }

    static JsonNode data(ApiAnswer answer) {
        return answer.body().path("data");
    }

    /**
     * Whether this object was not found; no other answer means so. An answer that names no object is about the profile: a run asks for
     * one only after HrFlow has shown the source.
     *
     * @param object {@code source} or {@code profile}
     */
    static boolean isNotFound(ApiAnswer answer, String object) {
        Matcher notFound = NOT_FOUND.matcher(message(answer));
        boolean told = notFound.find();
        if (answer.status() != 404 && !(answer.status() == 400 && told)) {
            return false;
        }
        String named = told ? notFound.group(1) : "";
        return (named.isEmpty() ? "profile" : named).equals(object);
    }

    /** The older wording that does not tell a source from a profile. */
    static boolean isAmbiguous(ApiAnswer answer) {
        return answer.status() == 400 && message(answer).contains("invalid source fields");
    }

    /** Whether the reference is taken: the upload named no profile, or one that is no longer it. */
    static boolean isAlreadyUsed(ApiAnswer answer) {
        return answer.status() == 400 && message(answer).contains("already used");
    }

    private static String message(ApiAnswer answer) {
        return answer.body().path("message").asText("").toLowerCase(Locale.ROOT);
    }
}
