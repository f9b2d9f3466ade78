package org.hrcamel.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * One file of the routes folder, read but not running.
 *
 * @param text its content
 * @param routes the routes it declares, none when it cannot be read
 * @param beans names of the beans it declares
 * @param problems what is wrong with its text
 */
public record RouteFile(
        Path path, String text, List<DeclaredRoute> routes, List<String> beans, List<Problem> problems) {

    public static final String SUFFIX = ".camel.yaml";

    private static final Pattern CONTENT = Pattern.compile("(?m)^\\s*[^\\s#]");
    private static final String UNREADABLE = "the file cannot be read as text in UTF-8";
    /** Every route file of a folder, by name; a missing folder has none. */
    public static List<RouteFile> readAll(Path folder) {
        return readAll(folder, List.of());
    }

    /**
     * The same, where what was read before need not be understood again.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    static List<RouteFile> readAll(Path folder, List<RouteFile> before) {
        Map<Path, RouteFile> known = before.stream().collect(Collectors.toMap(RouteFile::path, Function.identity()));
        return paths(folder).stream()
                .map(path -> read(path, Optional.ofNullable(known.get(path))))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Where the route files of a folder are, by name; a missing folder has none.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static List<Path> paths(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot list " + folder, failure);
        }
    }

    /** Empty when the file was deleted in the meantime. */
    private static Optional<RouteFile> read(Path path, Optional<RouteFile> before) {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return before.filter(known -> known.text().equals(text) && known.isReadable())
                    .or(() -> Optional.of(read(path, text)));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (IOException failure) {
            Problem unreadable = Problem.error(new Position(path.toString(), 1, 1), UNREADABLE);
            return Optional.of(new RouteFile(path, "", List.of(), List.of(), List.of(unreadable)));
        }
    }

    private boolean isReadable() {
        return problems.stream().noneMatch(problem -> problem.message().equals(UNREADABLE));
    }

    /** Reads a file's text; whatever is wrong with it is a problem of the result. */
    static RouteFile read(Path path, String text) {
        try (CamelContext scratch = new ScratchContext()) {
            Resource resource = ResourceHelper.fromBytes(path.toString(), text.getBytes(StandardCharsets.UTF_8));
            PluginHelper.getRoutesLoader(scratch).loadRoutes(resource);
            Model model = scratch.getCamelContextExtension().getContextPlugin(Model.class);
            YamlText places = new YamlText(path, text);
            List<DeclaredRoute> routes = new ArrayList<>();
            for (RouteDefinition route : model.getRouteDefinitions()) {
                routes.add(RouteReader.read(places, route));
            }
            List<String> beans = model.getCustomBeans().stream()
                    .map(BeanFactoryDefinition::getName)
                    .toList();
            List<Problem> problems = CONTENT.matcher(text).find()
                    ? List.of()
                    : List.of(Problem.error(new Position(path.toString(), 1, 1), "the file is empty"));
            return new RouteFile(path, text, List.copyOf(routes), beans, problems);
        } catch (Exception failure) {
            Problem problem =
                    told(path, failure).orElseGet(() -> BuildFailure.of(failure).problem(new YamlText(path, text), 1));
            return new RouteFile(path, text, List.of(), List.of(), List.of(problem));
        } catch (StackOverflowError tooDeep) {
            Problem problem = Problem.error(new Position(path.toString(), 1, 1), "the file is nested too deeply");
            return new RouteFile(path, text, List.of(), List.of(), List.of(problem));
        }
    }

    /** What Camel says of a file, with its place where Camel tells one. */
    public static Problem problem(Path path, Throwable failure) {
        return told(path, failure)
                .orElseGet(() -> Problem.error(
                        new Position(path.toString(), 1, 1), firstLine(String.valueOf(failure.getMessage()))));
    }

    private static Optional<Problem> told(Path path, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // What Camel says of a node is one of these too.
            if (cause instanceof MarkedYamlEngineException told
                    && told.getProblemMark().isPresent()) {
                Mark mark = told.getProblemMark().get();
                // The parser counts from 0. Its whole message would quote the file.
                return Optional.of(Problem.error(
                        new Position(path.toString(), mark.getLine() + 1, mark.getColumn() + 1), told.getProblem()));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("the YAML is malformed");
    }

    /** The file's name without its suffix, which is the id of its workflow. */
    public String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
