package org.hrcamel.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * Measures the program and prints each table as Markdown as soon as it is full; the same as JSON, with every single value, goes to a
 * file, and a plot of what grows to another.
 */
@Command(
        name = "bench/run",
        description = "Measures HR Camel against simulated vendors on this machine.",
        footer =
                "Leave the sources alone meanwhile: a measured program that finds them newer than itself is built anew first.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<Section> SECTIONS = List.of(
            new Throughput(),
            new WholeProcess(),
            new Unchanged(),
            new Starts(),
            new QuotaUse(),
            new Growth(),
            new WorkflowNumbers(false),
            new WorkflowNumbers(true));

    @Parameters(
            arity = "0..*",
            paramLabel = "<table>",
            description = "what to measure, as --list names it (default: everything, which takes more than an hour)")
    private List<String> wanted = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description =
                    "how often each is measured, in turn; growth, workflows and firings once (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--output",
            defaultValue = "target/bench",
            paramLabel = "DIR",
            description =
                    "where the results go: each table as Markdown and JSON, what grows also as a plot (default: ${DEFAULT-VALUE})")
    private Path output;

    @Option(names = "--list", description = "tell the tables, and measure nothing")
    private boolean list;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        if (list) {
            SECTIONS.forEach(section -> System.out.printf("%-12s %s%n", section.name(), section.title()));
            return 0;
        }
        if (!names.containsAll(wanted)) {
            throw new ParameterException(spec.commandLine(), "There are these tables: " + String.join(", ", names));
        }
        Files.createDirectories(output);
        int exitCode = 0;
        for (Section section : SECTIONS) {
            if (wanted.isEmpty() || wanted.contains(section.name())) {
                try {
                    report(section);
                } catch (IllegalStateException spoilt) {
                    // An hour's other tables shall not be lost with it.
                    System.err.println(section.name() + " is given up: " + spoilt.getMessage());
                    exitCode = 1;
                }
            }
        }
        return exitCode;
    }

    private void report(Section section) throws IOException {
        Table table = section.measure(rounds);
        report(table);
        if (!section.plotted().isEmpty()) {
            Plot.write(table, section.plotted(), output.resolve(table.name()));
        }
    }

    private void report(Table table) throws IOException {
        System.out.println(table.markdown());
        Files.writeString(output.resolve(table.name() + ".md"), table.markdown());
        Map<String, Object> result = new TreeMap<>(machine());
        result.put("measuredAt", Instant.now().toString());
        result.put("table", table);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(output.resolve(table.name() + ".json").toFile(), result);
    }

    private static Map<String, Object> machine() throws IOException {
        return Map.of(
                "processors", Runtime.getRuntime().availableProcessors(),
                "processor", processor(),
                "java", System.getProperty("java.vm.version"),
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (!Files.exists(known)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(known)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
