package org.hrcamel.connector.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.workflow.Item;
import org.junit.jupiter.api.Test;

class CandidateApplicationsTest {

    private final CandidateApplications applications = new CandidateApplications();

    @Test
    void theNewestApplicationStandsFirstInWhateverOrderTheyCome() {
        applications.add("C1", row("A1"), detail(200, "C1"));
        applications.add("C1", row("A3"), detail(300, "C1"));
        applications.add("C1", row("A2"), detail(100, "C1"));

        JsonNode item = onlyItem();

        assertThat(item.path("applicant").asText()).isEqualTo("A3");
        assertThat(item.path("other_applications"))
                .extracting(other -> other.path("applicant").asText())
                .containsExactly("A1", "A2");
    }

    @Test
    void theIdDecidesBetweenApplicationsOfTheSameTime() {
        applications.add("C1", row("A1"), detail(100, "C1"));
        applications.add("C1", row("A2"), detail(100, "C1"));

        assertThat(onlyItem().path("applicant").asText()).isEqualTo("A2");
    }

    @Test
    void anOlderApplicationTellsWhatTheNewestLeavesOut() {
        ObjectNode older = detail(100, "C1");
        older.withObject("/candidate").put("email", "a@example.com").put("phone", "1");
        ObjectNode newest = detail(200, "C1");
        newest.withObject("/candidate").put("email", "").put("phone", "2");
        applications.add("C1", row("A1"), older);
        applications.add("C1", row("A2"), newest);

        JsonNode candidate = onlyItem().path("candidate");

        assertThat(candidate.path("email").asText()).isEqualTo("a@example.com");
        assertThat(candidate.path("phone").asText()).isEqualTo("2");
    }

    @Test
    void rowAndDetailKeepTheirOwnFormsOfADate() {
        applications.add(
                "C1", row("A1").put("created_at", "09/11/21"), detail(100, "C1").put("created_at", 1636416000));

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
        applications.add("C1", row("A1"), detail);

        JsonNode candidate = onlyItem().path("candidate");

        assertThat(candidate.has("cv")).isFalse();
        assertThat(candidate.path("aws").path("key").asText()).isEqualTo("k");
    }

    @Test
    void eachReferenceIsTakenOnce() {
        applications.add("C1", row("A1"), detail(1, "C1"));
        applications.add("C2", row("A2"), detail(1, "C2"));
        applications.add("C3", row("A3"), detail(1, "C3"));

        List<Item> first = applications.take(2);
        List<Item> second = applications.take(2);

        assertThat(first).extracting(Item::reference).containsExactly("C1", "C2");
        assertThat(second).extracting(Item::reference).containsExactly("C3");
        assertThat(applications.isEmpty()).isTrue();
    }

    private JsonNode onlyItem() {
        List<Item> items = applications.take(10);
        assertThat(items).hasSize(1);
        return items.get(0).row();
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
