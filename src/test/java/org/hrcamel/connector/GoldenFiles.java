package org.hrcamel.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.DynamicTest;

/**
 * Checks a mapping against pairs of files {@code NN-name.in.json} and {@code NN-name.out.json} in
 * {@code src/test/resources/golden/<folder>}: what a vendor sends, and exactly what is made of it. Return {@link #tests} from a
 * {@code @TestFactory}.
 */
public final class GoldenFiles {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final String IN = ".in.json";
    private static final String OUT = ".out.json";

    private GoldenFiles() {}

    /** One test a pair, in the order of the names. */
    public static List<DynamicTest> tests(String folder, UnaryOperator<JsonNode> mapping) {
        List<DynamicTest> tests = names(ROOT.resolve(folder)).stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> check(ROOT.resolve(folder), name, mapping)))
                .toList();
        if (tests.isEmpty()) {
            throw new AssertionError("No golden files in " + ROOT.resolve(folder));
        }
        return tests;
    }

    /** Every name, so that half a pair fails instead of being left out. */
    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new LinkedHashSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .forEach(name -> names.add(name.replace(IN, "").replace(OUT, "")));
            return names;
        } catch (IOException failure) {
            throw new AssertionError("Cannot list " + folder, failure);
        }
    }

    private static void check(Path folder, String name, UnaryOperator<JsonNode> mapping) throws IOException {
        JsonNode expected = read(folder.resolve(name + OUT));
        JsonNode actual = mapping.apply(read(folder.resolve(name + IN)));
        List<String> differences = new ArrayList<>();
        compare("", expected, Json.mapper().readTree(Json.bytes(actual)), differences);
        if (!differences.isEmpty()) {
            throw new AssertionError(name + OUT + ":\n  " + String.join("\n  ", differences) + "\nThe whole:\n"
                    + actual.toPrettyString());
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.mapper().readTree(Files.readString(file));
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isContainerNode() && expected.getNodeType() == actual.getNodeType()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(field -> compare(path + "/" + field, expected.path(field), actual.path(field), differences));
            for (int i = 0; expected.isArray() && i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "/" + i, expected.path(i), actual.path(i), differences);
            }
        } else if (!expected.equals(actual)) {
            differences.add("%s: expected %s but was %s".formatted(path, told(expected), told(actual)));
        }
    }

    private static String told(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
