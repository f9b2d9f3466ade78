package org.hrcamel.workflow;

import java.util.Locale;

/** How a run ended; the exit code of the command line follows it. */
public enum Status {
    SUCCESS(0),
    SUCCESS_WITH_FAILURES(1),
    FATAL(2);

    private final int exitCode;

    Status(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The name in a run result. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
