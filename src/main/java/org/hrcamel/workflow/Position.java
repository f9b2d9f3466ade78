package org.hrcamel.workflow;

import java.util.Comparator;

/**
 * A place in a text file that an operator edits.
 *
 * @param file path as the operator named it, or {@code --set} for a command-line setting
 * @param line from 1; 0 where there are no lines, as on the command line
 * @param column from 1
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::file)
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
