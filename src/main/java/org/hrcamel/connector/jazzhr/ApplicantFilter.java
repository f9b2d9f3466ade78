package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrcamel.http.Address;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/**
 * Which applicants a run asks for: as path segments for JazzHR, and once more on what comes back, since nobody knows how exactly
 * JazzHR filters (JazzHR contract, U3 to U7). Texts are compared without regard to case and accents. Immutable.
 */
final class ApplicantFilter {

    private final Parameters parameters;
    private final Optional<LocalDate> day;
    private final Optional<LocalDate> from;
    private final Optional<LocalDate> to;

    ApplicantFilter(Parameters parameters) {
        this.parameters = parameters;
        this.day = parameters.find(JazzhrConnector.APPLY_DATE);
        this.from = parameters.find(JazzhrConnector.FROM_APPLY_DATE);
        this.to = parameters.find(JazzhrConnector.TO_APPLY_DATE);
    }

    /** The list's address with every filter as a segment, without the page. */
    Address address(Address applicants) {
        Address address = applicants;
        for (Parameter<String> filter : List.of(
                JazzhrConnector.NAME,
                JazzhrConnector.CITY,
                JazzhrConnector.JOB_ID,
                JazzhrConnector.JOB_TITLE,
                JazzhrConnector.RECRUITER_ID,
                JazzhrConnector.STATUS,
                JazzhrConnector.RATING)) {
            Optional<String> value = parameters.find(filter);
            address = value.isPresent() ? address.path(filter.name(), value.get()) : address;
        }
        if (day.isPresent()) {
            // Never together with the window below: which of them counts then is unknown.
            return address.path(JazzhrConnector.APPLY_DATE.name(), day.get().toString());
        }
        // A day wider at both ends: whether they belong to the window, and in which zone, is unknown.
        if (from.isPresent()) {
            address = address.path(
                    JazzhrConnector.FROM_APPLY_DATE.name(),
                    from.get().minusDays(1).toString());
        }
        return to.isPresent()
                ? address.path(
                        JazzhrConnector.TO_APPLY_DATE.name(),
                        to.get().plusDays(1).toString())
                : address;
    }

    /** Whether some filter can only be checked on the detail. */
    boolean needsDetail() {
        return Stream.of(JazzhrConnector.CITY, JazzhrConnector.RECRUITER_ID, JazzhrConnector.RATING)
                        .anyMatch(filter -> parameters.find(filter).isPresent())
                || step().isPresent();
    }

    /** Whether a row meets the filters that rows tell about. */
    boolean matchesRow(JsonNode row) {
        return matchesPerson(row) && matchesJob(row);
    }

    /**
     * Whether a detail meets the filters.
     *
     * @param rowMatched whether a row did; its name and day then stand, since each application has a day of its own
     */
    boolean matchesDetail(JsonNode applicant, boolean rowMatched) {
        return (rowMatched || matchesPerson(applicant))
                && matchesApplications(applicant)
                && matches(JazzhrConnector.CITY, city -> hasWords(Scalars.text(applicant, "location"), city))
                && matches(
                        JazzhrConnector.RECRUITER_ID,
                        recruiter -> Scalars.text(applicant, "recruiter_id").equals(recruiter))
                && matches(JazzhrConnector.RATING, rating -> hasRating(applicant, Integer.parseInt(rating)));
    }

    private boolean matches(Parameter<String> filter, Predicate<String> test) {
        return parameters.find(filter).map(test::test).orElse(true);
    }

    private boolean matchesPerson(JsonNode person) {
        String name = Scalars.text(person, "first_name") + " " + Scalars.text(person, "last_name");
        return matches(JazzhrConnector.NAME, part -> folded(name).contains(folded(part)))
                && matchesDay(Scalars.text(person, "apply_date"));
    }

    private boolean matchesDay(String text) {
        if (day.isEmpty() && from.isEmpty() && to.isEmpty()) {
            return true;
        }
        try {
            LocalDate applied = LocalDate.parse(text);
            return day.map(applied::equals).orElse(true)
                    && !from.map(applied::isBefore).orElse(false)
                    && !to.map(applied::isAfter).orElse(false);
        } catch (DateTimeParseException unknownDay) {
            return false;
        }
    }

    private boolean matchesApplications(JsonNode applicant) {
        boolean any = Stream.of(JazzhrConnector.JOB_ID, JazzhrConnector.JOB_TITLE)
                        .noneMatch(filter -> parameters.find(filter).isPresent())
                && step().isEmpty();
        return any || Scalars.elements(applicant, "jobs").stream().anyMatch(job -> matchesJob(job) && matchesStep(job));
    }

    /** One application; of one that only a row told, the title is not known and cannot disagree. */
    private boolean matchesJob(JsonNode application) {
        String title = Scalars.text(application, "job_title");
        return matches(
                        JazzhrConnector.JOB_ID,
                        id -> Scalars.text(application, "job_id").equals(id))
                && matches(
                        JazzhrConnector.JOB_TITLE,
                        part -> title.isEmpty() || folded(title).contains(folded(part)));
    }

    private boolean matchesStep(JsonNode application) {
        String told = Scalars.text(application, "workflow_step_id");
        return step().map(step -> told.isEmpty() || told.equals(step)).orElse(true);
    }

    /** The status when it is a step's number; what any other text means, only JazzHR knows. */
    private Optional<String> step() {
        return parameters.find(JazzhrConnector.STATUS).filter(status -> status.matches("\\d+"));
    }

    /** Which of the ratings JazzHR filters by is unknown: any of them may match. */
    private static boolean hasRating(JsonNode applicant, int rating) {
        // "Rated" without a number cannot disagree.
        boolean rated =
                applicant.path("rating").isBoolean() && applicant.path("rating").booleanValue();
        Stream<String> ofJobs = Scalars.elements(applicant, "jobs").stream()
                .flatMap(
                        job -> Stream.of(Scalars.text(job, "hiring_lead_rating"), Scalars.text(job, "average_rating")));
        return rated
                || Stream.concat(Stream.of(Scalars.text(applicant, "rating")), ofJobs)
                        .filter(text -> text.matches("\\d{1,3}(\\.\\d{1,9})?"))
                        .anyMatch(text -> new BigDecimal(text)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .intValue()
                                == rating);
    }

    private static boolean hasWords(String text, String words) {
        return words(text).contains(words(words));
    }

    private static String words(String text) {
        return " " + folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
