package org.hrcamel.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;

/**
 * One file of the routes folder, read but not running.
 *
 * @param text its content
 * @param routes the routes it declares, none when it cannot be read
 * @param problems what is wrong with its text
 */
public record RouteFile(Path path, String text, List<Declared> routes, List<Problem> problems) {

    public static final String SUFFIX = ".camel.yaml";

    private static final Pattern PLACE = Pattern.compile("line:? (\\d+)(?:, column:? (\\d+))?");

    /**
     * One route of a file.
     *
     * @param from the consumer's URI
     * @param calls names of the {@code direct:} endpoints that its steps call
     * @param position where its id stands
     */
    public record Declared(String id, String from, List<String> calls, Position position) {}

    /** Every route file of a folder, by name; a missing folder has none. */
    public static List<RouteFile> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException("Cannot list " + folder, failure);
        }
    }

    /** Reads one file; whatever is wrong with it is a problem of the result. */
    public static RouteFile read(Path path) {
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            Problem unreadable = Problem.error(new Position(path.toString(), 1, 1), "the file cannot be read");
            return new RouteFile(path, "", List.of(), List.of(unreadable));
        }
        try (CamelContext scratch = new DefaultCamelContext()) {
            Resource resource = ResourceHelper.fromBytes(path.toString(), text.getBytes(StandardCharsets.UTF_8));
            PluginHelper.getRoutesLoader(scratch).loadRoutes(resource);
            List<Declared> routes = new ArrayList<>();
            for (RouteDefinition route : ((DefaultCamelContext) scratch).getRouteDefinitions()) {
                routes.add(declared(path, text, route));
            }
            return new RouteFile(path, text, List.copyOf(routes), List.of());
        } catch (Exception failure) {
            return new RouteFile(path, text, List.of(), List.of(problem(path, failure)));
        }
    }

    private static Declared declared(Path path, String text, RouteDefinition route) {
        List<String> calls = new ArrayList<>();
        for (ProcessorDefinition<?> step : route.getOutputs()) {
            collect(step, calls);
        }
        String id = route.getRouteId() == null ? "" : route.getRouteId();
        return new Declared(id, route.getInput().getEndpointUri(), List.copyOf(calls), place(path, text, id));
    }

    private static void collect(ProcessorDefinition<?> step, List<String> calls) {
        for (ToDefinition to : ProcessorDefinitionHelper.filterTypeInOutputs(List.of(step), ToDefinition.class)) {
            String uri = to.getEndpointUri();
            if (uri.startsWith("direct:")) {
                calls.add(uri.substring("direct:".length()).replaceFirst("^//", ""));
            }
        }
    }

    private static Position place(Path path, String text, String id) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!id.isEmpty() && line.replace("\"", "").equals("id: " + id)) {
                return new Position(path.toString(), i + 1, lines[i].indexOf("id:") + 1);
            }
        }
        return new Position(path.toString(), 1, 1);
    }

    /** What Camel says of a file, with its place where Camel tells one. */
    public static Problem problem(Path path, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                int column = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
                return Problem.error(
                        new Position(path.toString(), Integer.parseInt(place.group(1)), column),
                        sentence(cause.getMessage()));
            }
        }
        return Problem.error(new Position(path.toString(), 1, 1), sentence(String.valueOf(failure.getMessage())));
    }

    private static String sentence(String message) {
        String first = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("unreadable");
        String without = first.replaceAll("(?i)^while [^:]*$", "the YAML is malformed");
        return message.contains("mapping") && without.isEmpty() ? "the YAML is malformed" : without;
    }

    /** The file's name without its suffix, which is the id of its workflow. */
    public String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
