package org.hrcamel.cli;

import java.util.Arrays;
import java.util.List;

/** Text in columns, the last one as wide as it likes. */
final class Table {

    private final String[] titles;

    Table(String... titles) {
        this.titles = titles;
    }

    String text(List<List<String>> rows) {
        int[] widths = Arrays.stream(titles).mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, List.of(titles), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : "  ")
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()));
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
