package org.hrcamel.sandbox.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.sandbox.RawHttp.Answer;
import org.hrcamel.sandbox.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedJazzhrListTest {

    private static final String KEY = "?apikey=" + SimulatedJazzhr.API_KEY;

    private final List<Person> people = Population.of(248);
    private final SimulatedJazzhr jazzhr = new SimulatedJazzhr(people);
    private final SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(jazzhr));
    private final RawHttp http = new RawHttp();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesHoldAHundredRowsUntilAShorterOneAndThenNothing() {
        List<Integer> sizes = new ArrayList<>();
        var ids = new HashSet<String>();

        for (int page = 1; page <= 4; page++) {
            JsonNode rows = list("/page/" + page).json();
            sizes.add(rows.size());
            rows.forEach(row -> ids.add(row.path("id").asText()));
        }

        // 248 people, five of whom applied twice
        assertThat(sizes).containsExactly(100, 100, 53, 0);
        assertThat(ids).hasSize(248).contains(jazzhr.reference(people.get(247)));
        assertCareful();
    }

    @Test
    void rowsHaveSevenFieldsThatAreAllText() {
        JsonNode rows = list("").json();

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.propertyStream().map(field -> field.getKey()))
                    .containsExactly(
                            "id", "first_name", "last_name", "prospect_phone", "apply_date", "job_id", "job_title");
            assertThat(row).allMatch(JsonNode::isTextual);
        });
        assertThat(rows.get(0).path("id").asText()).matches("prospect_\\d{14}_[A-Z0-9]{16}");
    }

    @Test
    void anApplicantWithTwoApplicationsIsTwoRows() {
        String id = jazzhr.reference(people.get(1));

        JsonNode rows = list("/name/" + "Garc%C3%ADa%20M").json();

        assertThat(rows)
                .filteredOn(row -> row.path("id").asText().equals(id))
                .extracting(row -> row.path("job_id").asText())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void exactlyOneRowIsABareObject() {
        JsonNode body = list("/apply_date/" + people.get(40).applied()).json();

        assertThat(body.isObject()).isTrue();
        assertThat(body.path("id").asText()).isEqualTo(jazzhr.reference(people.get(40)));
    }

    @Test
    void exactlyOneRowOnTheLastPageIsABareObject() {
        people.subList(196, 248).forEach(person -> jazzhr.remove(jazzhr.reference(person)));
        jazzhr.add(ApplicantRecord.of(Population.person(300)));

        JsonNode last = list("/page/3").json();

        assertThat(last.isObject()).isTrue();
        assertThat(list("/page/2").json()).hasSize(100);
    }

    @Test
    void bracketsStayWhenSwitchedSo() {
        jazzhr.singleRowAsObject(false);

        assertThat(list("/apply_date/" + people.get(40).applied()).json().isArray())
                .isTrue();
        assertThat(detail(0).path("jobs").isArray()).isTrue();
    }

    @Test
    void aSingleRowKeepsOnlyItsIdWhenCorrupted() {
        jazzhr.corruptSingleRow(true);

        JsonNode row = list("/apply_date/" + people.get(40).applied()).json();

        assertThat(row.path("id").asText()).isEqualTo(jazzhr.reference(people.get(40)));
        assertThat(row.path("apply_date").asText()).startsWith("O024");
    }

    @ParameterizedTest
    @CsvSource({"LIST,[]", "NULL,null", "TEXT,'\"\"'", "OBJECT,{}", "NOTHING,''"})
    void noRowsComeInTheFormThatIsSwitchedOn(EmptyForm form, String body) {
        jazzhr.emptyForm(form);

        Answer answer = list("/name/nobody-has-this-name");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(body);
    }

    @Test
    void filtersInThePathNarrowTheListTogether() {
        JsonNode rows = list("/city/New%20York").json();
        JsonNode lyon = list("/city/lyon/from_apply_date/2024-02-01/to_apply_date/2024-02-08")
                .json();

        assertThat(rows).isEmpty();
        assertThat(lyon).extracting(row -> row.path("apply_date").asText()).containsExactly("2024-02-02", "2024-02-08");
        assertCareful();
    }

    @Test
    void aFilterByJobLeavesOutTheOtherApplicationOfAnApplicant() {
        JsonNode rows = list("/job_title/General%20Application").json();

        assertThat(rows)
                .hasSize(5)
                .allMatch(row -> row.path("job_title").asText().equals("General Application"));
    }

    @Test
    void anEncodedSlashInAValueIsPartOfTheValue() {
        JsonNode rows = list("/job_title/Ing%C3%A9nieur%20D%C3%A9veloppement%20H%2FF/page/1")
                .json();

        assertThat(rows).hasSizeGreaterThan(40);
        assertCareful();
    }

    @Test
    void statusAndRatingAreCompared() {
        assertThat(list("/status/2886661").json()).hasSize(25);
        assertThat(list("/rating/2").json()).isNotEmpty();
    }

    @Test
    void aFilterInTheQueryIsIgnoredAndNoted() {
        JsonNode rows = http.get(url("/applicants") + KEY + "&name=Nora").json();

        assertThat(rows).hasSize(100);
        assertThat(server.ledger().violations()).singleElement().asString().contains("query parameter name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/name/Nora/name/Ada", "/apply_date/2024-01-01/from_apply_date/2024-01-01", "/page/1/name/Nora"})
    void whatACarefulClientWouldNotSendIsAnsweredAndNoted(String path) {
        assertThat(list(path).status()).isEqualTo(200);
        assertThat(server.ledger().violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/from_apply_date/02%2F02%2F2025",
                "/from_apply_date/2025-2-2",
                "/apply_date/2025-02-30",
                "/rating/6",
                "/page/0",
                "/email/a@example.com",
                "/name/Nora/page"
            })
    void aMalformedOrUnknownFilterIsRefusedAndNoted(String path) {
        Answer answer = list(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isNotEmpty();
        assertThat(server.ledger().violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//page/1", "/name//page/1"})
    void anEmptySegmentIsNotFoundAndNoted(String path) {
        assertThat(list(path).status()).isEqualTo(404);
        assertThat(server.ledger().violations()).hasSize(1);
    }

    private Answer list(String path) {
        return http.get(url("/applicants" + path) + KEY);
    }

    private JsonNode detail(int index) {
        return http.get(url("/applicants/" + jazzhr.reference(people.get(index))) + KEY)
                .json();
    }

    private String url(String path) {
        return jazzhr.settings(server.root()).get("connector.jazzhr.base-url") + path;
    }

    private void assertCareful() {
        assertThat(server.ledger().violations()).isEmpty();
    }
}
