package org.hrcamel.sandbox.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.COMPANY;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.MAIN;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.errorType;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.json;
import static org.hrcamel.sandbox.breezyhr.BreezyTesting.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreezyReadingTest {

    private final BreezyTesting testing = new BreezyTesting(120);

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void pagesOfCandidatesEndWithAShortOneAndComeNewestUpdateFirst() {
        List<JsonNode> rows = new ArrayList<>();
        int page = 0;
        JsonNode answer;
        do {
            page++;
            answer = json(testing.get(MAIN + "/candidates?page_size=50&page=" + page + "&sort=updated"));
            answer.forEach(rows::add);
        } while (answer.size() == 50);

        assertThat(page).isEqualTo(3);
        assertThat(rows)
                .extracting(row -> row.path("_id").asText())
                .hasSize(120)
                .doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> row.path("updated_date").asText())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows.get(0).path("stage").path("type").path("id").asText()).isEqualTo("applied");
        assertThat(rows.get(0).has("education")).isFalse();
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void withoutPageSizeEverythingComesAtOnceAndIsNoted() {
        assertThat(json(testing.get(MAIN + "/candidates"))).hasSize(120);
        assertThat(testing.violations()).singleElement().asString().contains("page_size");
    }

    @Test
    void onlyPublishedPositionsAreListedUnlessAStateIsGiven() {
        assertThat(json(testing.get(COMPANY + "/positions?page_size=50&page=1")))
                .hasSize(2);
        assertThat(json(testing.get(COMPANY + "/positions?page_size=50&page=2")))
                .isEmpty();
        assertThat(json(testing.get(COMPANY + "/positions?state=draft&page_size=50&page=1")))
                .hasSize(1);
        assertThat(json(testing.get(MAIN)).path("name").asText()).isEqualTo("Engineer");
        assertThat(testing.get(COMPANY + "/position/p-none").statusCode()).isEqualTo(404);
        testing.breezy.pagedPositions(false);
        assertThat(json(testing.get(COMPANY + "/positions?page_size=50&page=2")))
                .hasSize(2);
        assertThat(testing.violations()).isEmpty();
    }

    @Test
    void aCandidateIsReadOnItsOwnPositionOnly() {
        String second = testing.breezy.secondReference(person(1)).orElseThrow();

        HttpResponse<String> wrong = testing.get(MAIN + "/candidate/" + second);

        assertThat(json(testing.get(testing.candidate(1))).path("_id").asText()).isEqualTo(testing.id(1));
        assertThat(wrong.statusCode()).isEqualTo(412);
        assertThat(testing.get(COMPANY + "/position/p-nurse/candidate/" + second)
                        .statusCode())
                .isEqualTo(200);
        assertThat(errorType(testing.get(MAIN + "/candidate/nobody"))).isEqualTo("candidateNotFound");
    }

    @Test
    void theSearchIsExactAndShowsEveryPosition() {
        JsonNode hits = json(testing.get(COMPANY + "/candidates/search?email_address=candidate1%40example.com"));

        assertThat(hits)
                .extracting(hit -> hit.path("position").path("_id").asText())
                .containsExactly("p-nurse", "p-engineer");
        assertThat(testing.get(COMPANY + "/candidates/search?email_address=CANDIDATE1%40example.com")
                        .body())
                .isEqualTo("[]");
        assertThat(errorType(testing.get(COMPANY + "/candidates/search")))
                .isEqualTo("searchCompanyCandidatesMissingEmail");
        testing.breezy.searchShowsPosition(false);
        assertThat(json(testing.get(COMPANY + "/candidates/search?email_address=candidate1%40example.com"))
                        .get(0)
                        .size())
                .isEqualTo(2);
    }

    @Test
    void candidatesAreOlderThanTheirPeople() {
        JsonNode candidate = detail(0);

        assertThat(candidate.path("name").asText()).isEqualTo(person(0).fullName());
        assertThat(candidate.path("phone_number").asText())
                .isNotEqualTo(person(0).phone());
        assertThat(candidate.path("headline").isNull()).isTrue();
        assertThat(candidate.path("education")).isEmpty();
        assertThat(candidate.path("work_history")).hasSize(person(0).jobs().size() - 1);
    }

    @Test
    void educationYearsAppearInTheConfiguredForm() {
        assertThat(detail(1).path("education").get(0).has("start_year")).isFalse();
        testing.breezy.educationDates(EducationDates.YEARS);
        assertThat(detail(1).path("education").get(0).path("start_year").asInt())
                .isEqualTo(2005);
        testing.breezy.educationDates(EducationDates.OBJECTS);
        assertThat(detail(1)
                        .path("education")
                        .get(0)
                        .path("end_date")
                        .path("year")
                        .asInt())
                .isEqualTo(2009);
        testing.breezy.educationDates(EducationDates.TEXTS);
        assertThat(detail(1).path("education").get(0).path("end_date").asText()).isEqualTo("2009");
    }

    @Test
    void oddShapesAreAmongTheFirstDozen() {
        assertThat(detail(2).has("summary")).isFalse();
        assertThat(detail(3).path("source").isNull()).isTrue();
        assertThat(detail(3).path("resume").isNull()).isTrue();
        assertThat(detail(5).path("education").get(0).has("field_of_study")).isFalse();
        assertThat(detail(6).path("work_history"))
                .extracting(work -> work.path("company_name").asText())
                .hasSize(2)
                .containsOnly("Établissements Lefèvre");
        assertThat(detail(7).path("tags").isNull()).isTrue();
        assertThat(detail(8).has("work_history")).isFalse();
        assertThat(detail(9).path("email_address").isNull()).isTrue();
        assertThat(detail(10).path("education").isNull()).isTrue();
        assertThat(detail(11).path("stage").isNull()).isTrue();
    }

    @Test
    void recordsCanBeEditedRemovedAndAdded() {
        testing.breezy.edit(testing.id(0), candidate -> candidate.put("email_address", "new@example.com"));
        testing.breezy.remove(testing.id(1));
        testing.breezy.add("p-nurse", testing.breezy.candidate(testing.id(2)).put("_id", "ffff"));

        assertThat(detail(0).path("updated_date").asText()).isEqualTo("2026-11-23T08:00:00.000Z");
        assertThat(json(testing.get(COMPANY + "/candidates/search?email_address=new%40example.com")))
                .hasSize(1);
        assertThat(testing.get(testing.candidate(1)).statusCode()).isEqualTo(404);
        assertThat(testing.get(COMPANY + "/position/p-nurse/candidate/ffff").statusCode())
                .isEqualTo(200);
    }

    private JsonNode detail(int index) {
        return json(testing.get(testing.candidate(index)));
    }
}
