package org.hrcamel.workflow;

/** Something an operator has to mend, where it stands, in a sentence that names what to change and holds no secret. */
public record Problem(Position position, Severity severity, String message) {

    public enum Severity {
        /** The workflow cannot run. */
        ERROR,
        /** The workflow runs, perhaps not as meant. */
        WARNING
    }

    public static Problem error(Position position, String message) {
        return new Problem(position, Severity.ERROR, message);
    }

    public static Problem warning(Position position, String message) {
        return new Problem(position, Severity.WARNING, message);
    }

    public Problem asWarning() {
        return warning(position, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return position + ": " + (isError() ? "error" : "warning") + ": " + message;
    }
}
