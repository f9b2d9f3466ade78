package org.hrcamel.workflow;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program that does not compile, and the place within it. The message is the end of a sentence. */
public final class MalformedProgram extends IllegalArgumentException {

    private final transient @Nullable Path file;
    private final int line;
    private final int column;

    MalformedProgram(String message, int line, int column) {
        this(message, null, line, column);
    }

    private MalformedProgram(String message, @Nullable Path file, int line, int column) {
        super(message);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    MalformedProgram in(Path programFile) {
        return new MalformedProgram(getMessage(), programFile, line, column);
    }

    /** The file that holds the program; empty when the setting itself does. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** From 1, within the program. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
