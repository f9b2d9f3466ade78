package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The version of a candidate of Harvest v3: a candidate's own time of change need not move when an education does (Greenhouse contract,
 * U15).
 *
 * @param updatedAt of the candidate's own record
 * @param newestChild when the last of its educations, employments, applications and résumés changed; empty when it has none
 */
record CandidateVersion(Instant updatedAt, Optional<Instant> newestChild) {

    private static final String BETWEEN = "|";

    /** Of a candidate with its children; empty when it does not tell its time, and then nobody can say whether it changed. */
    static Optional<CandidateVersion> of(JsonNode candidate) {
        Optional<Instant> newestChild = HarvestList.BESIDE_CANDIDATES.stream()
                .flatMap(list ->
                        StreamSupport.stream(candidate.path(list.field()).spliterator(), false))
                .flatMap(child -> HarvestTime.of(child.path("updated_at")).stream())
                .max(Instant::compareTo);
        return HarvestTime.of(candidate.path("updated_at")).map(time -> new CandidateVersion(time, newestChild));
    }

    /** Empty for what {@link #text} did not write, such as the version that Harvest v1 tells. */
    static Optional<CandidateVersion> parse(String text) {
        List<String> times = List.of(text.split("\\|", -1));
        if (times.size() != 2) {
            return Optional.empty();
        }
        try {
            Optional<Instant> newestChild =
                    Optional.of(times.get(1)).filter(time -> !time.isEmpty()).map(Instant::parse);
            return Optional.of(new CandidateVersion(Instant.parse(times.get(0)), newestChild));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }

    /**
     * Whether a candidate still has this version.
     *
     * @param row its row, without children
     * @param childChange the newest change beside it that was found, if any
     */
    boolean isThatOf(JsonNode row, Optional<Instant> childChange) {
        return HarvestTime.of(row.path("updated_at")).equals(Optional.of(updatedAt))
                && childChange
                        .map(time -> newestChild.isPresent() && !time.isAfter(newestChild.get()))
                        .orElse(true);
    }

    String text() {
        return updatedAt + BETWEEN + newestChild.map(Instant::toString).orElse("");
    }
}
