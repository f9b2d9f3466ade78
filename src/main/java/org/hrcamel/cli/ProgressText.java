package org.hrcamel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.Events;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunProgress;

/** How far a run has come, in one line. In ASCII: nobody knows what a terminal's font has. */
record ProgressText(String workflow, RunProgress progress, long failures, boolean ending) {

    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 40;
    private static final String GAP = "  ";

    static ProgressText of(Run run) {
        return new ProgressText(
                run.workflow().id(), run.progress(), run.events().failures(), run.isEnding());
    }

    /** A line of its own, for logs and pipes. */
    String plain(Events events) {
        return "%s: %s; %,d read, %,d written, %,d unchanged, %,d skipped, %,d failed"
                .formatted(
                        workflow,
                        String.join(", ", words()),
                        events.count(Event.READ_SUCCESS),
                        events.count(Event.WRITE_SUCCESS),
                        events.count(Event.WRITE_UNCHANGED),
                        events.count(Event.SKIPPED_UNCHANGED)
                                + events.count(Event.SKIPPED_ARCHIVED)
                                + events.count(Event.LOGICS_DISCARD),
                        failures);
    }

    /** A bar with numbers that fits a terminal so wide: first the bar's length goes, then the name, the bar, and the last words. */
    String bar(int columns) {
        // The last column stays free: some terminals begin a new line after it.
        int width = Math.max(1, columns - 1);
        List<String> words = words();
        if (failures > 0) {
            words.add(count(failures) + " failed");
        }
        while (words.size() > 1 && String.join(GAP, words).length() > width) {
            words.remove(words.size() - 1);
        }
        String text = String.join(GAP, words);
        int shortest = progress.share().isPresent() ? SHORTEST_BAR + GAP.length() + 2 : 0;
        if (workflow.length() + GAP.length() + shortest + text.length() <= width) {
            return workflow + GAP + drawing(width - workflow.length() - GAP.length() - text.length()) + text;
        }
        return cut(drawing(width - text.length()) + text, width);
    }

    /**
     * @param room with the brackets and the gap after it
     */
    private String drawing(int room) {
        int length = Math.min(LONGEST_BAR, room - GAP.length() - 2);
        if (length < SHORTEST_BAR || progress.share().isEmpty()) {
            return "";
        }
        int filled = (int) (progress.share().get() * length);
        return "[" + "#".repeat(filled) + "-".repeat(length - filled) + "]" + GAP;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width);
    }

    /** The most telling first. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        if (progress.working().isZero()) {
            words.add(ending ? "ending" : "listing");
            if (progress.listed() > 0) {
                words.add(count(progress.listed()) + " rows");
            }
            words.add(time(progress.elapsed()));
            return words;
        }
        progress.share().ifPresent(share -> words.add((int) (share * 100) + "%"));
        words.add(
                progress.total().isPresent()
                        ? count(progress.done()) + "/" + count(progress.total().getAsLong())
                        : count(progress.done()) + " done");
        if (ending) {
            words.add("ending");
        } else {
            words.add(progress.remaining().map(left -> time(left) + " left").orElseGet(() -> time(progress.elapsed())));
        }
        if (progress.rate() > 0) {
            words.add(String.format(Locale.ROOT, progress.rate() < 10 ? "%.1f/s" : "%,.0f/s", progress.rate()));
        }
        return words;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String time(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
