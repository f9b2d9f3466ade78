package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.hrcamel.http.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HrflowAnswerTest {

    private static ApiAnswer answer(int status, String message) {
        return new ApiAnswer(
                status,
                Map.of(),
                ProfileMergeTest.json("{}").put("code", status).put("message", message));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, 200",
        "201, 200, 201",
        "200, 202, 200",
        "200, 400, 400",
        "200, 500, 500",
        "400, 200, 400",
        "500, 200, 500",
        "400, 500, 500"
    })
    void theWorseOfTheTwoStatusesCounts(int http, int code, int expected) {
        ApiAnswer answer = new ApiAnswer(http, Map.of(), ProfileMergeTest.json("{'code':" + code + "}"));

        assertThat(HrflowAnswer.envelope(answer).status()).isEqualTo(expected);
    }

    @Test
    void anAnswerWithoutBodyKeepsItsStatus() {
        ApiAnswer answer = new ApiAnswer(503, Map.of(), MissingNode.getInstance());

        assertThat(HrflowAnswer.envelope(answer).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Invalid parameters. Unable to find object: profile, profile",
        "400, INVALID PARAMETERS. UNABLE TO FIND OBJECT: PROFILE, profile",
        "404, Invalid parameters. Unable to find object: profile, profile",
        "400, Unable to find object: profile of this source, profile",
        "400, Unable to find object, profile",
        "404, Not Found, profile",
        "404, , profile",
        "400, Invalid parameters. Unable to find object: source, source",
        "404, Unable to find object: source, source"
    })
    void knowsWhatWasNotFound(int status, String message, String object) {
        ApiAnswer answer = answer(status, message);

        assertThat(HrflowAnswer.isNotFound(answer, object)).isTrue();
        assertThat(HrflowAnswer.isNotFound(answer, object.equals("source") ? "profile" : "source"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Invalid parameters. reference must be a string",
        "400, ",
        "401, Unable to find object: profile",
        "402, Unable to find object: profile",
        "422, Unable to find object: profile",
        "200, Unable to find object: profile",
        "400, Cannot create profile with this reference: X. Already used!"
    })
    void takesNoOtherAnswerForNotFound(int status, String message) {
        ApiAnswer answer = answer(status, message);

        assertThat(HrflowAnswer.isNotFound(answer, "profile")).isFalse();
        assertThat(HrflowAnswer.isNotFound(answer, "source")).isFalse();
    }
}
