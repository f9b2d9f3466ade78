package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.workflow.Item;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private final Candidate candidate = new Candidate("C1");

    @Test
    void theNewestApplicationStandsFirstInWhateverOrderTheyCome() {
        add(row("A1"), detail(200, "C1"));
        add(row("A3"), detail(300, "C1"));
        add(row("A2"), detail(100, "C1"));

        JsonNode item = onlyItem();

        assertThat(item.path("applicant").asText()).isEqualTo("A3");
        assertThat(item.path("other_applications"))
                .extracting(other -> other.path("applicant").asText())
                .containsExactly("A1", "A2");
    }

    @Test
    void theIdDecidesBetweenApplicationsOfTheSameTime() {
        add(row("A1"), detail(100, "C1"));
        add(row("A2"), detail(100, "C1"));

        assertThat(onlyItem().path("applicant").asText()).isEqualTo("A2");
    }

    @Test
    void anOlderApplicationTellsWhatTheNewestLeavesOut() {
        ObjectNode older = detail(100, "C1");
        older.withObject("/candidate").put("email", "a@example.com").put("phone", "1");
        ObjectNode newest = detail(200, "C1");
        newest.withObject("/candidate").put("email", "").put("phone", "2");
        add(row("A1"), older);
        add(row("A2"), newest);

        JsonNode candidate = onlyItem().path("candidate");

        assertThat(candidate.path("email").asText()).isEqualTo("a@example.com");
        assertThat(candidate.path("phone").asText()).isEqualTo("2");
    }

    @Test
    void rowAndDetailKeepTheirOwnFormsOfADate() {
        add(row("A1").put("created_at", "09/11/21"), detail(100, "C1").put("created_at", 1636416000));

        JsonNode item = onlyItem();

        assertThat(item.path("created_at").asText()).isEqualTo("09/11/21");
        assertThat(item.path("detail").path("created_at").asLong()).isEqualTo(1636416000);
    }

    @Test
    void thePrivateAddressOfTheCvIsLeftOut() {
        ObjectNode detail = detail(100, "C1");
        detail.withObject("/candidate")
                .put("cv", "http://private.example.com/cv.pdf")
                .putObject("aws")
                .put("key", "k");
        add(row("A1"), detail);

        JsonNode candidate = onlyItem().path("candidate");

        assertThat(candidate.has("cv")).isFalse();
        assertThat(candidate.path("aws").path("key").asText()).isEqualTo("k");
    }

    @Test
    void onlyWantedApplicationsBelongToTheItem() {
        candidate.add(Application.of("C1", row("A9"), detail(900, "C1"), false));
        add(row("A1"), detail(100, "C1"));

        Item item = candidate.item().orElseThrow();

        assertThat(item.row().path("applicant").asText()).isEqualTo("A1");
        assertThat(item.row().has("other_applications")).isFalse();
        assertThat(item.locator()).isEqualTo("A1");
        assertThat(candidate.applicants()).containsExactly("A1");
    }

    @Test
    void aCandidateOfWhomNothingIsWantedIsNoItem() {
        candidate.add(Application.of("C1", row("A9"), detail(900, "C1"), false));

        assertThat(candidate.item()).isEmpty();
        assertThat(candidate.known()).containsExactly("A9");
        assertThat(candidate.part().locator()).isEqualTo("A9");
    }

    @Test
    void theItemIsFetchedAgainByAnyOfItsApplicationsNewestFirst() {
        add(row("A1"), detail(100, "C1"));
        add(row("A2"), detail(200, "C1"));

        Item item = candidate.item().orElseThrow();

        assertThat(item.reference()).isEqualTo("C1");
        assertThat(item.locator()).isEqualTo("A2,A1");
    }

    @Test
    void theVersionIsTheSameInWhateverOrderApplicationsCome() {
        Candidate another = new Candidate("C1");
        another.add(Application.of("C1", row("A2"), detail(200, "C1"), true));
        another.add(Application.of("C1", row("A1"), detail(100, "C1"), true));
        add(row("A1"), detail(100, "C1"));
        add(row("A2"), detail(200, "C1"));

        assertThat(version(candidate)).isEqualTo(version(another));
    }

    @Test
    void theVersionTellsAChangeInAnyPartOfAnyApplication() {
        Candidate plain = twoApplications(row("A1"), detail(100, "C1"));
        Candidate row = twoApplications(row("A1").put("column", "Hired"), detail(100, "C1"));
        Candidate detail = twoApplications(row("A1"), detail(100, "C1").put("comment", "good"));
        ObjectNode renamed = detail(100, "C1");
        renamed.withObject("/candidate").put("firstname", "Ana");
        Candidate person = twoApplications(row("A1"), renamed);

        assertThat(List.of(version(plain), version(row), version(detail), version(person)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theVersionTellsAnotherCvButNotAnotherSignatureOfTheSame() {
        String version = version(withCv("key-1", "s3.example.com/1.pdf?X-Amz-Signature=a"));

        assertThat(version(withCv("key-1", "s3.example.com/1.pdf?X-Amz-Signature=b")))
                .isEqualTo(version);
        assertThat(version(withCv("key-2", "s3.example.com/1.pdf?X-Amz-Signature=a")))
                .isNotEqualTo(version);
    }

    private static Candidate withCv(String key, String signature) {
        ObjectNode detail = detail(100, "C1");
        detail.withObject("/candidate/aws").put("key", key).put("signature", signature);
        Candidate candidate = new Candidate("C1");
        candidate.add(Application.of("C1", row("A1"), detail, true));
        return candidate;
    }

    private static Candidate twoApplications(ObjectNode row, ObjectNode detail) {
        Candidate candidate = new Candidate("C1");
        candidate.add(Application.of("C1", row("A2"), detail(200, "C1"), true));
        candidate.add(Application.of("C1", row, detail, true));
        return candidate;
    }

    private static String version(Candidate candidate) {
        return candidate.item().orElseThrow().version();
    }

    private void add(ObjectNode row, ObjectNode detail) {
        candidate.add(Application.of("C1", row, detail, true));
    }

    private JsonNode onlyItem() {
        return candidate.item().orElseThrow().row();
    }

    private static ObjectNode row(String applicant) {
        return JsonNodeFactory.instance.objectNode().put("applicant", applicant);
    }

    private static ObjectNode detail(long updatedAt, String candidate) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("updated_at", updatedAt + 1_600_000_000);
        detail.putObject("candidate").put("id", candidate);
        return detail;
    }
}
