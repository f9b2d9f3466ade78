package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vacancy of the simulated account.
 *
 * <p>Flatchr contract, section 1 "Two id spaces" and section 2.3. Two vacancies share a title, and one that applicants refer to is
 * not listed, since neither may stop a client (section 9, pitfall 4).
 *
 * @param id encoded
 * @param number the clear integer {@code vacancy_id}
 * @param active false: {@code status} 0
 * @param listed whether {@code /vacancies} shows it
 */
record Posting(String id, int number, String title, boolean active, boolean listed) {

    private static final List<Posting> ALL = List.of(
            posting(2400, "Software Engineer", true, true),
            posting(2401, "Product Designer", true, true),
            posting(2402, "Infirmier H/F", true, true),
            posting(2403, "Ingénieur Développement H/F", true, true),
            posting(2404, "Data Analyst", false, true),
            posting(2405, "Software Engineer", true, true),
            posting(2499, "Ancienne offre", true, false));

    private static Posting posting(int number, String title, boolean active, boolean listed) {
        return new Posting(EncodedId.of("vacancy", number), number, title, active, listed);
    }

    /** One of the listed vacancies, by turns. */
    static Posting listed(int turn) {
        return ALL.get(turn % (ALL.size() - 1));
    }

    static Posting unlisted() {
        return ALL.get(ALL.size() - 1);
    }

    static Optional<Posting> byId(String id) {
        return ALL.stream().filter(posting -> posting.id.equals(id)).findFirst();
    }

    /**
     * The answer of {@code /vacancies}.
     *
     * @param status null for all
     */
    static ArrayNode list(@Nullable String status) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ALL.stream()
                .filter(posting -> posting.listed)
                .filter(posting -> status == null || status.equals(posting.active ? "1" : "0"))
                .forEach(posting -> list.add(posting.json()));
        return list;
    }

    /** Types contradict each other on purpose: {@code salary} and {@code remote} change theirs (section 10, U15). */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("vacancy_id", number)
                .put("slug", "offre-" + number)
                .put("reference", "")
                .put("title", title)
                .put("experience", 2)
                .put("mission", "<p>Mission</p>")
                .put("profile", "<p>Profil</p>")
                .put("status", active ? 1 : 0)
                .put("language", "fr_FR")
                .put("mensuality", "y")
                .putNull("apply_url")
                .put("currency", "EUR")
                .put("created_at", "2024-01-01T08:00:00.000Z")
                .put("updated_at", "2024-01-02T08:00:00.000Z")
                .putNull("start_date")
                .putNull("end_date")
                .putNull("options");
        if (number % 2 == 0) {
            json.put("salary", "0").put("remote", "notime");
        } else {
            json.put("salary", 0).put("remote", false);
        }
        return json;
    }
}
