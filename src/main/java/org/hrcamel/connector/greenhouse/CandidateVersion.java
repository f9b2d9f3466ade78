package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hrcamel.http.Sha256;

/**
 * The version of a candidate of Harvest v3: a candidate's own time of change need not move when an education does (Greenhouse contract,
 * U15). The newest time of all would not do: the lists are read one after the other, so that what changed in one after it was read
 * would hide behind a later change in the next.
 *
 * @param updatedAt of the candidate's own record
 * @param children a hash of the times of change of its educations, employments, applications and résumés
 */
record CandidateVersion(Instant updatedAt, String children) {

    private static final int HASHED_BYTES = 8;
    private static final Pattern TEXT = Pattern.compile("([^|]+)\\|([0-9a-f]{" + 2 * HASHED_BYTES + "})");

    /** Of a candidate with its children; empty when it does not tell its time, and then nobody can say whether it changed. */
    static Optional<CandidateVersion> of(JsonNode candidate) {
        return HarvestTime.of(candidate.path("updated_at"))
                .map(time -> new CandidateVersion(time, childrenOf(candidate)));
    }

    /** Lists show their rows in any order. */
    private static String childrenOf(JsonNode candidate) {
        String children = HarvestList.BESIDE_CANDIDATES.stream()
                .flatMap(list -> StreamSupport.stream(
                                candidate.path(list.field()).spliterator(), false)
                        .map(child -> list.field() + " " + child.path("id").asText() + " "
                                + child.path("updated_at").asText()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(children), 0, HASHED_BYTES);
    }

    /** Empty for what {@link #text} did not write, such as the version that Harvest v1 tells. */
    static Optional<CandidateVersion> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(new CandidateVersion(Instant.parse(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }

    /**
     * Whether a candidate beside whom nothing changed still has this version.
     *
     * @param row its row, without children
     */
    boolean isThatOf(JsonNode row) {
        return HarvestTime.of(row.path("updated_at")).equals(Optional.of(updatedAt));
    }

    String text() {
        return updatedAt + "|" + children;
    }
}
