package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The company's columns and vacancies, each list read at most once a run and only when something must be looked up in it (Flatchr
 * contract, section 2.3). What is not listed is simply unknown: neither list stops a run. Used by one thread.
 */
final class RecruitingBoard {

    private static final Logger LOG = LoggerFactory.getLogger(RecruitingBoard.class);

    private final FlatchrApi api;
    private @Nullable Map<String, JsonNode> columns;
    private @Nullable Map<String, JsonNode> vacancies;

    RecruitingBoard(FlatchrApi api) {
        this.api = api;
    }

    private interface Call {
        ApiAnswer send() throws RequestFailed, CredentialRefused;
    }

    /** The clear number of a vacancy, which rows carry, by its encoded id, which the search and the detail carry. */
    Optional<String> vacancyNumber(String encodedId) throws CredentialRefused {
        return vacancy(encodedId)
                .map(vacancy -> vacancy.path("vacancy_id").asText(""))
                .filter(number -> !number.isBlank());
    }

    /** Completes a row's titles from its detail's ids; what the row tells itself is never replaced. */
    ObjectNode complete(JsonNode row, JsonNode detail) throws CredentialRefused {
        ObjectNode complete = JsonNodeFactory.instance.objectNode();
        complete.setAll((ObjectNode) row);
        if (isBlank(row.path("vacancy")) || isBlank(row.path("vacancy_id"))) {
            JsonNode told = detail.path("vacancy");
            fill(complete, "vacancy", told.path("title"));
            fill(complete, "vacancy_id", told.path("vacancy_id"));
            if (isBlank(complete.path("vacancy")) || isBlank(complete.path("vacancy_id"))) {
                vacancy(detail.path("vacancy_id").asText("")).ifPresent(vacancy -> {
                    fill(complete, "vacancy", vacancy.path("title"));
                    fill(complete, "vacancy_id", vacancy.path("vacancy_id"));
                });
            }
        }
        if (isBlank(row.path("column"))) {
            column(detail.path("column_id").asText(""))
                    .ifPresent(column -> fill(complete, "column", column.path("title")));
        }
        return complete;
    }

    private static void fill(ObjectNode row, String field, JsonNode value) {
        if (isBlank(row.path(field)) && !isBlank(value)) {
            row.set(field, value);
        }
    }

    static boolean isBlank(JsonNode value) {
        return !value.isValueNode() || value.isNull() || value.asText().isBlank();
    }

    private Optional<JsonNode> vacancy(String encodedId) throws CredentialRefused {
        if (encodedId.isBlank()) {
            return Optional.empty();
        }
        if (vacancies == null) {
            vacancies = read("vacancies", api::vacancies);
        }
        return Optional.ofNullable(vacancies.get(encodedId));
    }

    private Optional<JsonNode> column(String id) throws CredentialRefused {
        if (id.isBlank()) {
            return Optional.empty();
        }
        if (columns == null) {
            columns = read("columns", api::columns);
        }
        return Optional.ofNullable(columns.get(id));
    }

    private static Map<String, JsonNode> read(String name, Call call) throws CredentialRefused {
        Map<String, JsonNode> byId = new HashMap<>();
        try {
            ApiAnswer answer = call.send();
            if (!answer.isSuccess() || !answer.body().isArray()) {
                LOG.warn(
                        "Flatchr does not list its {} ({}); they stay without title where a row has none",
                        name,
                        answer);
                return byId;
            }
            for (JsonNode entry : answer.body()) {
                // Texts of vacancies are long, and only these are looked up.
                ObjectNode kept = JsonNodeFactory.instance.objectNode();
                kept.set("title", entry.path("title"));
                kept.set("vacancy_id", entry.path("vacancy_id"));
                byId.put(entry.path("id").asText(""), kept);
            }
        } catch (RequestFailed failure) {
            LOG.warn("Flatchr does not list its {}: {}", name, failure.getMessage());
        }
        return byId;
    }
}
