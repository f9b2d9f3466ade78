package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * A column of the recruiters' board.
 *
 * <p>Flatchr contract, section 2.3. Titles are free text and not unique, and one column that applicants stand in is not listed
 * (section 9, pitfall 4).
 *
 * @param hired whether whoever stands in it was hired
 */
record BoardColumn(int id, String title, boolean hired, boolean listed) {

    static final BoardColumn HIRED = new BoardColumn(1313, "Recruté", true, true);
    static final BoardColumn UNLISTED = new BoardColumn(1399, "Ancienne étape", false, false);
    private static final List<BoardColumn> OPEN = List.of(
            new BoardColumn(1310, "Nouveau", false, true),
            new BoardColumn(1311, "Entretien RH", false, true),
            new BoardColumn(1312, "Entretien RH", false, true));

    /** One of the columns of people who are not hired yet, by turns. */
    static BoardColumn open(int turn) {
        return OPEN.get(turn % OPEN.size());
    }

    static Optional<BoardColumn> byId(int id) {
        if (id == HIRED.id) {
            return Optional.of(HIRED);
        }
        return id == UNLISTED.id
                ? Optional.of(UNLISTED)
                : OPEN.stream().filter(column -> column.id == id).findFirst();
    }

    /** The answer of {@code /columns}. */
    static ArrayNode list(String companyId) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        OPEN.forEach(column -> column.addTo(list, companyId));
        HIRED.addTo(list, companyId);
        return list;
    }

    private void addTo(ArrayNode list, String companyId) {
        list.addObject()
                .put("id", id)
                .put("title", title)
                .put("company_id", companyId)
                .put("position", list.size())
                .put("created_at", "2024-01-01T08:00:00.000Z")
                .put("updated_at", "2024-01-01T08:00:00.000Z")
                .put("visible", true)
                .put("hired", hired);
    }
}
