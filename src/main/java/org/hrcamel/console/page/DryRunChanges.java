package org.hrcamel.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunCounts;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.RunResult.ItemChange;

/**
 * What the newest dry run found would change, profile by profile.
 *
 * @param capped whether there is more than a run result tells
 */
public record DryRunChanges(
        Moment finished,
        String status,
        String reason,
        String message,
        RunCounts counts,
        int fields,
        boolean capped,
        List<Profile> profiles) {

    /** A profile that would change. */
    public record Profile(String reference, List<Field> fields) {}

    /**
     * One field of it.
     *
     * @param from its value now, empty when it has none
     */
    public record Field(String path, String from, String to) {}

    static DryRunChanges of(RunResult result) {
        Map<String, List<Field>> profiles = new LinkedHashMap<>();
        for (ItemChange change : result.changes()) {
            profiles.computeIfAbsent(change.reference(), first -> new ArrayList<>())
                    .add(new Field(
                            change.change().path(),
                            text(change.change().from()),
                            text(change.change().to())));
        }
        return new DryRunChanges(
                Moment.of(result.finishedAt()),
                result.status().code(),
                result.reason() == Reason.NONE ? "" : result.reason().code(),
                result.message(),
                RunCounts.of(result),
                result.changes().size(),
                result.changes().size() >= RunResult.MOST_CHANGES,
                profiles.entrySet().stream()
                        .map(profile -> new Profile(profile.getKey(), profile.getValue()))
                        .toList());
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : Json.text(value);
    }
}
