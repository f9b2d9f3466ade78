package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/**
 * The pull parameters as Flatchr is asked for them and as they are checked again: how it matches, whether all filters must match and
 * where its days begin is not documented (Flatchr contract, U3, U4, U8 and U12). Used by one thread.
 */
final class ApplicantFilter {

    private final Parameters parameters;
    private final RecruitingBoard board;
    private final ZoneId zone;
    private final LocalDate start;
    private final boolean withArchived;
    private final boolean hiredAsText;

    ApplicantFilter(Side side, RecruitingBoard board) {
        this.parameters = side.parameters();
        this.board = board;
        this.zone = side.api().settings().get(FlatchrChoices.TIME_ZONE);
        this.start = parameters
                .find(FlatchrConnector.START)
                .orElseGet(() -> side.api().settings().get(FlatchrChoices.EARLIEST));
        this.withArchived = side.api().settings().get(FlatchrChoices.ARCHIVED).equals("deliver");
        this.hiredAsText = side.api().settings().get(FlatchrChoices.HIRED_FORM).equals("text");
    }

    /** Adds the filters to a search's body. */
    void addTo(ObjectNode body) {
        addTo(body, true);
    }

    /**
     * Adds to the body of a search for changes the filters that an application matches for good: one that leaves the wanted column must
     * be seen leaving.
     */
    void addLastingTo(ObjectNode body) {
        addTo(body, false);
    }

    private void addTo(ObjectNode body, boolean passing) {
        text(body, FlatchrConnector.FIRSTNAME);
        text(body, FlatchrConnector.LASTNAME);
        text(body, FlatchrConnector.EMAIL);
        if (passing) {
            parameters
                    .find(FlatchrConnector.HIRED)
                    .ifPresent(hired -> body.set(
                            "hired", hiredAsText ? TextNode.valueOf(hired.toString()) : BooleanNode.valueOf(hired)));
            text(body, FlatchrConnector.COLUMN);
        }
        text(body, FlatchrConnector.VACANCY);
    }

    private void text(ObjectNode body, Parameter<String> parameter) {
        parameters.find(parameter).ifPresent(value -> body.put(parameter.name(), value));
    }

    /** Whether a row may match, as far as it tells; its days may begin at another hour than ours. */
    boolean admits(JsonNode row) throws CredentialRefused {
        return (withArchived || !row.path("status").asText().equals("0"))
                && has(row, FlatchrConnector.FIRSTNAME)
                && has(row, FlatchrConnector.LASTNAME)
                && has(row, FlatchrConnector.EMAIL)
                && isHired(row)
                && standsInColumn(row)
                && mayBeCreated(row)
                && mayBeForVacancy(row);
    }

    /**
     * Whether an application matches for sure.
     *
     * @param detail a missing node when there is none: then the row decides
     */
    boolean admits(JsonNode row, JsonNode detail) {
        Optional<LocalDate> created = FlatchrDates.day(detail.path("created_at"), zone)
                .or(() -> FlatchrDates.day(row.path("created_at"), zone));
        String vacancy = detail.path("vacancy_id").asText("");
        return created.map(day -> isWithin(day, 0)).orElse(true)
                && parameters
                        .find(FlatchrConnector.VACANCY)
                        .map(wanted -> vacancy.isEmpty() || vacancy.equals(wanted))
                        .orElse(true);
    }

    private boolean has(JsonNode row, Parameter<String> parameter) {
        return parameters
                .find(parameter)
                .map(wanted -> folded(row.path(parameter.name()).asText("")).contains(folded(wanted)))
                .orElse(true);
    }

    private boolean isHired(JsonNode row) {
        return parameters
                .find(FlatchrConnector.HIRED)
                .map(wanted -> wanted == row.path("hired").asBoolean())
                .orElse(true);
    }

    private boolean standsInColumn(JsonNode row) {
        return parameters
                .find(FlatchrConnector.COLUMN)
                .map(wanted -> folded(row.path("column").asText("")).equals(folded(wanted)))
                .orElse(true);
    }

    private boolean mayBeCreated(JsonNode row) {
        return FlatchrDates.day(row.path("created_at"), zone)
                .map(day -> isWithin(day, 1))
                .orElse(true);
    }

    private boolean isWithin(LocalDate day, int tolerance) {
        return !day.isBefore(start.minusDays(tolerance))
                && parameters
                        .find(FlatchrConnector.END)
                        .map(end -> !day.isAfter(end.plusDays(tolerance)))
                        .orElse(true);
    }

    /** Rows tell a vacancy's clear number, the parameter its encoded id; one that is not listed is left to the detail. */
    private boolean mayBeForVacancy(JsonNode row) throws CredentialRefused {
        Optional<String> wanted = parameters.find(FlatchrConnector.VACANCY);
        String number = row.path("vacancy_id").asText("");
        return wanted.isEmpty()
                || number.isEmpty()
                || board.vacancyNumber(wanted.get()).map(number::equals).orElse(true);
    }

    /** Without case and accents, which searches commonly ignore. */
    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
