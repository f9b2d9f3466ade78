package org.hrcamel.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws how some columns of a table grow with the number in the names of its rows, both on logarithmic scales. */
final class Plot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;

    private Plot() {}

    /**
     * Writes a PNG file.
     *
     * @param file its name without the ending
     */
    static void write(Table table, List<String> columns, Path file) throws IOException {
        // What is counted, in the plural.
        String lastRow = table.rows().get(table.rows().size() - 1).name();
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(table.title())
                .xAxisTitle(lastRow.replaceAll("[\\d,]+ ", ""))
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setXAxisDecimalPattern("#,###").setYAxisDecimalPattern("#,###.#");
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setChartBackgroundColor(Color.WHITE);
        List<Double> numbers = table.rows().stream()
                .map(row -> Double.valueOf(row.name().replaceAll("\\D", "")))
                .toList();
        for (String column : columns) {
            List<Double> values = table.rows().stream()
                    .map(row -> Table.median(row.values().get(column)))
                    .toList();
            chart.addSeries(column, numbers, values);
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
