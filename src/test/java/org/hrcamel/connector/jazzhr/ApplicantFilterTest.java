package org.hrcamel.connector.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantFilterTest {

    @Test
    void jobAndStepMustBeOfOneApplication() {
        JsonNode applicant = json(
                "{'jobs':[{'job_id':'job_1','job_title':'A','workflow_step_id':'7'},{'job_id':'job_2','job_title':'B','workflow_step_id':8}]}");

        assertThat(filter("job_id=job_1", "status=7").matchesDetail(applicant, true))
                .isTrue();
        assertThat(filter("job_id=job_2", "status=8").matchesDetail(applicant, true))
                .isTrue();
        assertThat(filter("job_id=job_1", "status=8").matchesDetail(applicant, true))
                .isFalse();
        assertThat(filter("job_id=job_1", "job_title=b").matchesDetail(applicant, true))
                .isFalse();
    }

    @Test
    void anApplicationThatOnlyTheListToldMatchesByItsJob() {
        JsonNode applicant = json("{'jobs':[{'job_id':'job_1','job_title':'A'},{'job_id':'job_2'}]}");

        assertThat(filter("job_id=job_2", "job_title=b", "status=7").matchesDetail(applicant, true))
                .isTrue();
    }

    @Test
    void aStatusThatIsNoNumberIsLeftToJazzhr() {
        ApplicantFilter filter = filter("status=Active");

        assertThat(filter.needsDetail()).isFalse();
        assertThat(filter.matchesDetail(json("{'jobs':[]}"), true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'rating':'4'} | true",
                "{'rating':4} | true",
                "{'rating':true} | true",
                "{'rating':false} | false",
                "{'rating':'5'} | false",
                "{'rating':''} | false",
                "{'rating':false,'jobs':{'hiring_lead_rating':'4'}} | true",
                "{'rating':false,'jobs':[{'average_rating':'3.50'}]} | true",
                "{'rating':false,'jobs':[{'average_rating':'4.5'}]} | false"
            })
    void anyOfTheRatingsMayBeTheOneAskedFor(String applicant, boolean matches) {
        assertThat(filter("rating=4").matchesDetail(json(applicant), true)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"New York NY 10001, true", "'Bronx, new york, NY', true", "Newark NJ 07102, false", "'', false"})
    void theCityStandsInThePlaceAsWholeWords(String place, boolean matches) {
        assertThat(filter("city=New York").matchesDetail(json("{'location':'" + place + "'}"), true))
                .isEqualTo(matches);
    }

    @Test
    void theDayOfARowThatMatchedStandsEvenWhenTheDetailTellsAnotherApplications() {
        ApplicantFilter filter = filter("from_apply_date=2024-03-01");
        JsonNode detail = json("{'apply_date':'2023-01-01'}");

        assertThat(filter.matchesDetail(detail, true)).isTrue();
        assertThat(filter.matchesDetail(detail, false)).isFalse();
    }

    @Test
    void anUnknownDayLiesInNoWindow() {
        assertThat(filter("to_apply_date=2024-03-01").matchesRow(json("{'apply_date':'0000-00-00'}")))
                .isFalse();
        assertThat(filter("name=x").matchesRow(json("{'first_name':'X','apply_date':'0000-00-00'}")))
                .isTrue();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsAProblemOfItsSetting() {
        List<String> problems = new ArrayList<>();
        new JazzhrConnector()
                .origin()
                .orElseThrow()
                .check()
                .check(
                        null,
                        parameters("from_apply_date=2024-03-02", "to_apply_date=2024-03-01"),
                        (parameter, message) -> problems.add(parameter + " " + message));
        assertThat(problems).containsExactly("from_apply_date is after to_apply_date: no applicant can match");
    }

    private static ApplicantFilter filter(String... settings) {
        return new ApplicantFilter(parameters(settings));
    }

    private static Parameters parameters(String... settings) {
        List<Problem> problems = new ArrayList<>();
        Parameters parameters = Parameters.parse(
                Settings.parse(Path.of("application.properties"), "", prefixed(settings), name -> null),
                "workflow.w.pull_parameters.",
                new JazzhrConnector().origin().orElseThrow().parameters(),
                problems::add);
        assertThat(problems).isEmpty();
        return parameters;
    }

    private static List<String> prefixed(String... settings) {
        return List.of(settings).stream()
                .map(setting -> "workflow.w.pull_parameters." + setting)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
