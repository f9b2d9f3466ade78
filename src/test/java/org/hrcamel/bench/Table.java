package org.hrcamel.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured: a row for each scenario, and in each of its columns every value that was found.
 *
 * @param name short, such as {@code throughput}
 * @param title as people read it
 */
record Table(String name, String title, List<Row> rows) {

    /**
     * A scenario.
     *
     * @param values all that were measured, by column
     */
    record Row(String name, Map<String, List<Double>> values) {

        Row(String name) {
            this(name, new LinkedHashMap<>());
        }

        Row add(String column, double value) {
            values.computeIfAbsent(column, key -> new ArrayList<>()).add(value);
            return this;
        }
    }

    Table(String name, String title) {
        this(name, title, new ArrayList<>());
    }

    /** The row of this name, made if there is none yet. */
    Row row(String rowName) {
        return rows.stream()
                .filter(row -> row.name().equals(rowName))
                .findFirst()
                .orElseGet(() -> {
                    rows.add(new Row(rowName));
                    return rows.get(rows.size() - 1);
                });
    }

    /** A Markdown table: the median in each cell, and behind it the least and the greatest value where they differ. */
    @JsonIgnore
    String markdown() {
        List<String> columns = rows.stream()
                .flatMap(row -> row.values().keySet().stream())
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder("### " + title + "\n\n");
        text.append("| | ").append(String.join(" | ", columns)).append(" |\n");
        text.append("| --- |").append(" ---: |".repeat(columns.size())).append('\n');
        for (Row row : rows) {
            text.append(columns.stream()
                    .map(column -> cell(row.values().getOrDefault(column, List.of())))
                    .collect(Collectors.joining(" | ", "| " + row.name() + " | ", " |\n")));
        }
        return text.append('\n').toString();
    }

    private static String cell(List<Double> values) {
        if (values.isEmpty()) {
            return "";
        }
        List<Double> sorted = values.stream().sorted().toList();
        String least = number(sorted.get(0));
        String greatest = number(sorted.get(sorted.size() - 1));
        String median = number(median(sorted));
        return least.equals(greatest) ? median : median + " (" + least + "–" + greatest + ")";
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size == Math.rint(size) || size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
