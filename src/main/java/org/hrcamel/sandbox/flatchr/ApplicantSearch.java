package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hrcamel.sandbox.Request;

/**
 * The body of a search.
 *
 * <p>Flatchr contract, section 2.1. Chosen where it is silent: names, e-mail and phone match any part and ignore case (section 10,
 * U3), days are inclusive at both ends and counted in Paris (U12), {@code status} asks for that status (U6).
 *
 * @param conditions one for each filter, on an applicant
 */
record ApplicantSearch(List<Predicate<JsonNode>> conditions) {

    private static final Set<String> DAYS = Set.of("start", "end", "start_update", "end_update");

    /**
     * Reads the body and notes what a careful client would not send.
     *
     * @return empty if the vendor cannot make sense of it
     */
    static Optional<ApplicantSearch> read(Request request, JsonNode body, String companyId) {
        List<Predicate<JsonNode>> conditions = new ArrayList<>();
        boolean bounded = false;
        for (var filter : body.properties()) {
            String name = filter.getKey();
            JsonNode value = filter.getValue();
            if (value.isNull() || value.isTextual() && value.asText().isEmpty()) {
                request.violation("filter " + name + " without a value");
                continue;
            }
            if (DAYS.contains(name)) {
                Optional<SearchDate> date = SearchDate.parse(value.asText());
                if (date.isEmpty() || !date.get().proper()) {
                    request.violation(name + " is not MM/DD/YY: " + value.asText());
                }
                if (date.isEmpty()) {
                    return Optional.empty();
                }
                bounded = true;
                conditions.add(day(name, date.get().day()));
            } else {
                condition(request, name, value, companyId).ifPresent(conditions::add);
            }
        }
        if (!bounded) {
            request.violation("a search without any date bound");
        }
        return Optional.of(new ApplicantSearch(conditions));
    }

    /**
     * @param any whether one matching filter is enough
     */
    boolean matches(JsonNode applicant, boolean any) {
        return any && !conditions.isEmpty()
                ? conditions.stream().anyMatch(condition -> condition.test(applicant))
                : conditions.stream().allMatch(condition -> condition.test(applicant));
    }

    private static Predicate<JsonNode> day(String name, LocalDate bound) {
        String field = name.endsWith("_update") ? "updated_at" : "created_at";
        // As seconds, since turning every applicant's time into a day makes the search of a large account slow.
        if (name.startsWith("start")) {
            long from = bound.atStartOfDay(ApplicantRecords.PARIS).toEpochSecond();
            return applicant -> applicant.path(field).asLong() >= from;
        }
        long until = bound.plusDays(1).atStartOfDay(ApplicantRecords.PARIS).toEpochSecond();
        return applicant -> applicant.path(field).asLong() < until;
    }

    private static Optional<Predicate<JsonNode>> condition(
            Request request, String name, JsonNode value, String companyId) {
        String text = value.asText();
        switch (name) {
            case "firstname", "lastname", "email", "phone" -> {
                expect(request, name, value.isTextual());
                String part = text.toLowerCase(Locale.ROOT);
                return Optional.of(applicant -> applicant
                        .path("candidate")
                        .path(name)
                        .asText()
                        .toLowerCase(Locale.ROOT)
                        .contains(part));
            }
            case "hired" -> {
                expect(request, name, text.equals("true") || text.equals("false"));
                return Optional.of(applicant ->
                        column(applicant).map(BoardColumn::hired).orElse(false) == Boolean.parseBoolean(text));
            }
            case "column" -> {
                expect(request, name, value.isTextual());
                return Optional.of(applicant ->
                        column(applicant).map(BoardColumn::title).orElse("").equals(text));
            }
            case "vacancy" -> {
                expect(request, name, value.isTextual() && !text.matches("\\d+"));
                return Optional.of(
                        applicant -> applicant.path("vacancy_id").asText().equals(text));
            }
            case "company" -> {
                expect(request, name, value.isTextual());
                return Optional.of(applicant -> companyId.equals(text));
            }
            case "status" -> {
                expect(request, name, value.isInt());
                return Optional.of(
                        applicant -> applicant.path("status").asText().equals(text));
            }
            default -> {
                request.violation("unknown filter " + name);
                return Optional.empty();
            }
        }
    }

    private static void expect(Request request, String name, boolean sound) {
        if (!sound) {
            request.violation("filter " + name + " of another type or id space");
        }
    }

    private static Optional<BoardColumn> column(JsonNode applicant) {
        return BoardColumn.byId(applicant.path("column_id").asInt());
    }
}
