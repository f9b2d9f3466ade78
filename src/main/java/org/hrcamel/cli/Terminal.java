package org.hrcamel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that standard error goes to. */
record Terminal(int columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final int MOST_SECONDS = 2;

    /**
     * The child inherits our standard error, so it can tell, and however the program was started. Java itself knows a terminal only
     * when standard input and output are one too, and the output of a run is often piped.
     */
    private static final String QUESTION = "test -t 2 && { stty size <&2 2>/dev/null || echo 0 0; }";

    /** The terminal of this process; empty where standard error is none, or one that cannot or shall not be drawn on. */
    static Optional<Terminal> ofStandardError(Map<String, String> environment) {
        return isPlain(environment) ? Optional.empty() : ask().map(answer -> of(answer, environment));
    }

    /** Whether the operator wants plain text: by {@code NO_COLOR}, or by a {@code TERM} that knows no movements of the cursor. */
    static boolean isPlain(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        return kind.isEmpty()
                || kind.equals("dumb")
                || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /**
     * @param size rows and columns; 0 where they are unknown
     */
    static Terminal of(String size, Map<String, String> environment) {
        int columns = number(size.substring(size.indexOf(' ') + 1));
        if (columns == 0) {
            columns = number(environment.getOrDefault("COLUMNS", ""));
        }
        return new Terminal(columns == 0 ? USUAL_COLUMNS : columns);
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static Optional<String> ask() {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", QUESTION);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.exitValue() == 0 ? Optional.of(size.strip()) : Optional.empty();
        } catch (IOException noShell) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
