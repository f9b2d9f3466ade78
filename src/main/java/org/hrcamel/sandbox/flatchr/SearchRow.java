package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The row that the search shows of an applicant.
 *
 * <p>Flatchr contract, section 2.1: encoded applicant id beside a clear vacancy number, titles instead of ids, and days as
 * {@code DD/MM/YY}, although requests want {@code MM/DD/YY}.
 */
final class SearchRow {

    private SearchRow() {}

    static ObjectNode of(JsonNode applicant, RowDate updatedAt) {
        JsonNode candidate = applicant.path("candidate");
        Optional<Posting> posting = Posting.byId(applicant.path("vacancy_id").asText());
        Optional<BoardColumn> column =
                BoardColumn.byId(applicant.path("column_id").asInt());
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("applicant", applicant.path("id").asText())
                .put("vacancy", posting.map(Posting::title).orElse(""))
                .put("column", column.map(BoardColumn::title).orElse(""))
                .put("vacancy_id", posting.map(Posting::number).orElse(0))
                .put("external_id", applicant.path("external_id").asText(""));
        row.set("status", applicant.path("status"));
        row.set("score", applicant.path("score"));
        row.put("hired", column.map(BoardColumn::hired).orElse(false));
        row.set("firstname", candidate.path("firstname"));
        row.set("lastname", candidate.path("lastname"));
        row.set("email", candidate.path("email"));
        row.set("phone", candidate.path("phone"));
        row.set(
                "created_at",
                RowDate.DAY_MONTH_YEAR.format(applicant.path("created_at").asLong()));
        row.set("updated_at", updatedAt.format(applicant.path("updated_at").asLong()));
        row.put(
                "source",
                ApplicantRecords.SOURCES.getOrDefault(
                        applicant.path("applies").path(0).path("offerer_id").asText(), ""));
        return row;
    }
}
