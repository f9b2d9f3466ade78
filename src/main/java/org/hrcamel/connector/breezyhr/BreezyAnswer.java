package org.hrcamel.connector.breezyhr;

import org.hrcamel.http.ApiAnswer;
import org.hrcamel.workflow.ItemFailed;

/** Reads Breezy HR's errors, {@code {"error": {"type", "message"}}} or an older {@code {"error": "text"}} (Breezy HR contract, section 5). */
final class BreezyAnswer {

    private BreezyAnswer() {}

    /** The stable code of an error, or an empty text. */
    static String type(ApiAnswer answer) {
        String type = answer.body().path("error").path("type").asText("");
        // A code only: anything longer could quote what was sent.
        return type.matches("[A-Za-z]{1,60}") ? type : "";
    }

    /** Whether the token is bad or has ended, which the vendor says with 400 or 401. */
    static boolean isInvalidToken(ApiAnswer answer) {
        return answer.status() == 401 || answer.status() == 400 && type(answer).equals("invalidAccessToken");
    }

    /** Whether there is no such candidate, or only on another position. */
    static boolean isNotHere(ApiAnswer answer) {
        return answer.status() == 404 || answer.status() == 412;
    }

    /** Status and code, for messages. */
    static String told(ApiAnswer answer) {
        String type = type(answer);
        return type.isEmpty() ? answer.toString() : answer + " " + type;
    }

    /** A write that was not taken. */
    static ItemFailed refused(ApiAnswer answer, String doing) {
        return isNotHere(answer)
                ? new ItemFailed(
                        "candidate_not_found",
                        "The candidate left the position before " + doing + " (" + told(answer) + ")")
                : new ItemFailed("refused_by_breezyhr", "Breezy HR answered " + told(answer) + " when " + doing);
    }
}
