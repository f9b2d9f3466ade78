package org.hrcamel.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's result for the end line of its log: in words as text, and whole for a log that has fields. */
public record RunSummary(RunResult result) {

    /** Such as {@code success_with_failures (stopped), 120 read, 30 written, in 12.3 s}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        String status = result.status().code();
        words.add(
                result.reason() == Reason.NONE
                        ? status
                        : status + " (" + result.reason().code() + ")");
        result.events().forEach((event, count) -> {
            if (count > 0) {
                words.add(count + " " + word(event));
            }
        });
        Duration time = Duration.between(result.startedAt(), result.finishedAt());
        words.add(String.format(Locale.ROOT, "in %.1f s", time.toMillis() / 1000.0));
        return String.join(", ", words);
    }

    private static String word(Event event) {
        return switch (event) {
            case READ_SUCCESS -> "read";
            case READ_FAILURE -> "not readable";
            case READ_GONE -> "gone";
            case SKIPPED_UNCHANGED -> "skipped as unchanged";
            case SKIPPED_ARCHIVED -> "skipped as archived";
            case LOGICS_DISCARD -> "discarded";
            case LOGICS_FAILURE -> "failed in logics";
            case FORMAT_FAILURE -> "failed in format";
            case WRITE_SUCCESS -> "written";
            case WRITE_UNCHANGED -> "unchanged";
            case WRITE_FAILURE -> "not written";
            case CALLBACK_EXECUTED -> "callback";
            case CALLBACK_FAILURE -> "failed callback";
        };
    }
}
