package org.hrcamel.sandbox.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.sandbox.EmptyForm;
import org.hrcamel.sandbox.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatchrSearchTest {

    private final FlatchrAccount account = new FlatchrAccount();

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void allRowsComeAtOnce() {
        JsonNode rows = account.search("{\"start\":\"01/01/20\"}").json();

        // 60 people, three of whom (1, 4 and 51) applied twice
        assertThat(rows).hasSize(63);
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void aRowMixesEncodedAndClearIdsAndTitles() {
        JsonNode row = row(3);

        assertThat(row.propertyStream().map(field -> field.getKey()))
                .containsExactly(
                        "applicant",
                        "vacancy",
                        "column",
                        "vacancy_id",
                        "external_id",
                        "status",
                        "score",
                        "hired",
                        "firstname",
                        "lastname",
                        "email",
                        "phone",
                        "created_at",
                        "updated_at",
                        "source");
        assertThat(row.path("applicant").asText()).matches("[A-Za-z0-9]{16}");
        assertThat(row.path("vacancy_id").isInt()).isTrue();
        assertThat(row.path("vacancy").asText()).isEqualTo("Ingénieur Développement H/F");
        assertThat(row.path("external_id").asText("absent")).isEmpty();
    }

    @Test
    void datesOfRowsAreDaysInParisDayFirst() {
        // The third person applied on 2024-01-03 at 00:15 in Paris, which is still the 2nd in UTC.
        assertThat(row(2).path("created_at").asText()).isEqualTo("03/01/24");
        assertThat(row(2).path("updated_at").asText()).isEqualTo("04/02/24");
    }

    @Test
    void oneCandidateWithTwoApplicationsIsTwoRowsThatDiffer() {
        JsonNode first = account.detail(1, 0);
        JsonNode second = account.detail(1, 1);

        JsonNode rows = account.search("{\"start\":\"01/01/20\",\"email\":\"candidate1@example.com\"}")
                .json();

        assertThat(rows).hasSize(2);
        for (String name : List.of("applicant", "vacancy_id", "column", "updated_at")) {
            assertThat(rows.get(0).path(name)).as(name).isNotEqualTo(rows.get(1).path(name));
        }
        assertThat(first.path("candidate").path("id"))
                .isEqualTo(second.path("candidate").path("id"));
    }

    @Test
    void boundsAreInclusiveDaysInParis() {
        JsonNode created =
                account.search("{\"start\":\"01/03/24\",\"end\":\"01/05/24\"}").json();
        JsonNode updated = account.search("{\"start_update\":\"02/04/24\",\"end_update\":\"02/04/24\"}")
                .json();

        assertThat(created)
                .extracting(row -> row.path("created_at").asText())
                .containsExactlyInAnyOrder("03/01/24", "04/01/24", "05/01/24", "05/01/24");
        assertThat(updated)
                .isNotEmpty()
                .allMatch(row -> row.path("updated_at").asText().equals("04/02/24"));
        assertThat(account.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "firstname,nor,3",
        "lastname,EXAMPLE,3",
        "phone,+15550000003,1",
        "column,Recruté,6",
        "hired,true,6",
        "status,0,3",
        "vacancy,none,0",
        "company,none,0"
    })
    void filtersNarrowTheSearch(String name, String value, int rows) {
        boolean text = !value.matches("true|0");

        Answer answer =
                account.search("{\"start\":\"01/01/20\",\"" + name + "\":" + (text ? '"' + value + '"' : value) + "}");

        assertThat(answer.json()).hasSize(rows);
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void hiredMayBeText() {
        assertThat(account.search("{\"start\":\"01/01/20\",\"hired\":\"true\"}").json())
                .hasSize(6);
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void aVacancyIsFoundByItsEncodedIdOnly() {
        String encoded = account.detail(3, 0).path("vacancy_id").asText();

        JsonNode rows = account.search("{\"start\":\"01/01/20\",\"vacancy\":\"" + encoded + "\"}")
                .json();
        Answer clear = account.search("{\"start\":\"01/01/20\",\"vacancy\":2403}");

        assertThat(rows).isNotEmpty().allMatch(row -> row.path("vacancy_id").asInt() == 2403);
        assertThat(clear.text()).isEqualTo("[]");
        assertThat(account.violations()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"LIST,[]", "NULL,null", "OBJECT,{}", "NOTHING,''"})
    void noRowsComeInTheFormThatIsSwitchedOn(EmptyForm form, String body) {
        account.flatchr.emptyForm(form);

        Answer answer = account.search("{\"start\":\"01/01/30\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(body);
    }

    @Test
    void oneRowIsStillAList() {
        assertThat(account.search("{\"start\":\"01/01/20\",\"email\":\"candidate0@example.com\"}")
                        .json()
                        .isArray())
                .isTrue();
    }

    @Test
    void archivedRowsAreHiddenWhenSwitchedSoUnlessAskedFor() {
        account.flatchr.archivedRows(false);

        assertThat(account.search("{\"start\":\"01/01/20\"}").json()).hasSize(60);
        assertThat(account.search("{\"start\":\"01/01/20\",\"status\":0}").json())
                .hasSize(3);
    }

    @Test
    void oneMatchingFilterIsEnoughWhenSwitchedSo() {
        account.flatchr.anyFilterMatches(true);

        assertThat(account.search("{\"start\":\"01/01/20\",\"email\":\"nobody\"}")
                        .json())
                .hasSize(63);
    }

    @Test
    void theListIsCutWhenSwitchedSo() {
        account.flatchr.rowCap(10);

        assertThat(account.search("{\"start\":\"01/01/20\"}").json()).hasSize(10);
    }

    @Test
    void updatedAtHasOtherFormsWhenSwitchedSo() {
        account.flatchr.updatedAtForm(RowDate.ISO);
        JsonNode iso = row(3).path("updated_at");
        account.flatchr.updatedAtForm(RowDate.EPOCH);
        JsonNode epoch = row(3).path("updated_at");

        assertThat(iso.asText()).isEqualTo("2024-02-06T13:20:35Z");
        assertThat(epoch.isLong() || epoch.isInt()).isTrue();
    }

    @Test
    void aSearchWithoutDateBoundReadsEverythingAndIsNoted() {
        assertThat(account.search("{}").json()).hasSize(63);
        assertThat(account.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/3/24", "01/03/2024", "2024-01-03", "2024-01-03 00:00:00"})
    void anotherDateFormIsUnderstoodButNoted(String day) {
        JsonNode rows = account.search("{\"start\":\"" + day + "\",\"end\":\"01/03/24\"}")
                .json();

        assertThat(rows).hasSize(1);
        assertThat(account.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/01/24", "02/30/24", "yesterday", "1704240000"})
    void whatIsNoDateIsRefusedAndNoted(String day) {
        Answer answer = account.search("{\"start\":\"" + day + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(400);
        assertThat(account.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"term\":\"x\"", "\"email\":null", "\"email\":\"\"", "\"email\":5", "\"hired\":1"})
    void anUnknownOrMistypedFilterIsNoted(String filter) {
        assertThat(account.search("{\"start\":\"01/01/20\"," + filter + "}").status())
                .isEqualTo(200);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void parametersInTheQueryAreNoted() {
        account.http.send(
                "POST",
                account.company("/search/applicants?fields=candidate"),
                "{\"start\":\"01/01/20\"}",
                "Authorization",
                FlatchrAccount.BEARER,
                "Content-Type",
                "application/json");

        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() {
        assertThat(account.search("start=01%2F01%2F20").status()).isEqualTo(400);
        assertThat(account.search("[]").status()).isEqualTo(400);
        assertThat(account.violations()).hasSize(2);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        Answer answer = account.http.send(
                "POST",
                account.company("/search/applicants"),
                "{\"start\":\"01/01/20\"}",
                "Authorization",
                FlatchrAccount.BEARER);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void anEditedCandidateMatchesTheUpdateFilterInAllApplications() {
        account.flatchr.edit(
                account.flatchr.reference(account.people.get(1)), candidate -> candidate.put("phone", "+33 1"));

        JsonNode rows = account.search("{\"start_update\":\"03/04/26\"}").json();

        assertThat(rows).hasSize(2).allMatch(row -> row.path("phone").asText().equals("+33 1"));
        assertThat(rows).allMatch(row -> row.path("updated_at").asText().equals("04/03/26"));
    }

    @Test
    void aMovedApplicationMovesItsOwnUpdateTimeOnly() {
        String second = account.flatchr.applicant(account.people.get(1), 1);
        account.flatchr.editApplicant(second, applicant -> applicant.put("column_id", BoardColumn.HIRED.id()));

        JsonNode rows = account.search("{\"start_update\":\"03/04/26\"}").json();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.path("applicant").asText()).isEqualTo(second);
            assertThat(row.path("hired").asBoolean()).isTrue();
        });
    }

    @Test
    void theUpdateFilterIncludesBothOfItsDays() {
        account.flatchr.archive(account.flatchr.applicant(account.people.get(1), 1));

        assertThat(account.search("{\"start_update\":\"03/04/26\",\"end_update\":\"03/04/26\"}")
                        .json())
                .hasSize(1);
        assertThat(account.search("{\"start_update\":\"03/05/26\"}").json()).isEmpty();
        assertThat(account.search("{\"end_update\":\"03/03/26\"}").json()).hasSize(62);
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void updateAndCreationDaysNarrowTheSearchTogether() {
        account.flatchr.edit(account.flatchr.reference(account.people.get(1)), candidate -> {});

        JsonNode rows = account.search("{\"start_update\":\"03/04/26\",\"start\":\"01/02/24\",\"end\":\"01/02/24\"}")
                .json();

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.path("created_at").asText()).isEqualTo("02/01/24"));
    }

    @Test
    void anArchivedApplicationMovesItsOwnUpdateTimeOnly() {
        account.flatchr.archive(account.flatchr.applicant(account.people.get(1), 1));

        JsonNode rows = account.search("{\"start_update\":\"03/04/26\"}").json();

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.path("status").asInt()).isZero());
    }

    @Test
    void aRemovedCandidateLeavesNoRowsAndARawOneAppears() {
        ObjectNode raw = new ObjectMapper().createObjectNode().put("id", "AAAAAAAAAAAAAAAA");
        raw.put("created_at", 1893452400);
        raw.putObject("candidate").put("id", "BBBBBBBBBBBBBBBB");

        account.flatchr.remove(account.flatchr.reference(account.people.get(1)));
        account.flatchr.add(raw);

        assertThat(account.search("{\"start\":\"01/01/20\"}").json()).hasSize(62);
        assertThat(account.search("{\"start\":\"01/01/30\"}")
                        .json()
                        .get(0)
                        .path("applicant")
                        .asText())
                .isEqualTo("AAAAAAAAAAAAAAAA");
    }

    @Test
    void missingValuesAreNullOrEmpty() {
        assertThat(row(7).path("phone").isNull()).isTrue();
        assertThat(row(8).path("email").asText("absent")).isEmpty();
        assertThat(row(9).path("email").isNull()).isTrue();
        assertThat(row(6).path("status").asInt()).isZero();
        assertThat(row(10).path("source").asText("absent")).isEmpty();
        assertThat(row(11).path("external_id").asText()).isEqualTo("ext-11");
    }

    private JsonNode row(int person) {
        String id = account.flatchr.applicant(account.people.get(person), 0);
        for (JsonNode row : account.search("{\"start\":\"01/01/20\"}").json()) {
            if (row.path("applicant").asText().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("No row of person " + person);
    }
}
