package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Connectors;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.WorkflowHarness;
import org.hrcamel.sandbox.Sandbox;

/**
 * What the benchmarks work on: the same invented person as each origin's item, and as HrFlow's profile before and after the item was
 * delivered. They are recorded once, from runs of the shipped workflows against the simulated vendors, and read by each benchmark.
 */
final class People {

    /** The person as she is. */
    static final String TYPICAL = "typical";

    /** Ten of each element that she has in a list, told apart by a number. */
    static final String HEAVY = "heavy";

    private static final int TIMES = 10;
    private static final Path FOLDER = Path.of("target/bench/people");
    private static final Pattern WORDS = Pattern.compile("\\p{L}[^@:]*");

    private People() {}

    /** Runs each workflow with one person and writes what came by. */
    static void record() throws IOException {
        Files.createDirectories(FOLDER);
        for (String origin : List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters")) {
            record(origin, origin + "-update-profiles-in-hrflow");
        }
        record("breezyhr", "hrflow-update-profiles-in-breezyhr");
    }

    private static void record(String system, String workflow) throws IOException {
        try (WorkflowHarness harness = new WorkflowHarness(workflow, 1)) {
            harness.with("logics[0]", "class:" + PassingItem.class.getName());
            write(system + "-before", profile(harness, system));
            harness.run();
            write(system + "-item", PassingItem.last());
            write(system + "-after", profile(harness, system));
        }
    }

    private static JsonNode profile(WorkflowHarness harness, String system) {
        return harness.sandbox().hrflow().profiles(Sandbox.sourceKey(system)).get(0);
    }

    private static void write(String name, JsonNode json) throws IOException {
        Files.write(FOLDER.resolve(name + ".json"), Json.bytes(json));
    }

    /**
     * What the workflow of this system reads.
     *
     * @param system the one that is not HrFlow, such as {@code jazzhr}
     */
    static ObjectNode item(String system, String weight) {
        return read(system + "-item", weight);
    }

    /** HrFlow's profile before the item was delivered for the first time. */
    static ObjectNode before(String system, String weight) {
        return read(system + "-before", weight);
    }

    /** HrFlow's profile when it holds all that the item tells. */
    static ObjectNode after(String system, String weight) {
        return read(system + "-after", weight);
    }

    /** The mapping of this system's workflow. */
    static UnaryOperator<JsonNode> mapping(String system) {
        Connector connector = Connectors.load().all().stream()
                .filter(candidate -> candidate.name().equals(system))
                .findFirst()
                .orElseThrow();
        return connector.formats().values().iterator().next();
    }

    private static ObjectNode read(String name, String weight) {
        try {
            JsonNode json = Json.mapper().readTree(Files.readAllBytes(FOLDER.resolve(name + ".json")));
            return (ObjectNode) (weight.equals(HEAVY) ? heavy(json, 0) : json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * @param number of the element that this is in, or is a part of; 0 for what is in none, and for the first
     */
    private static JsonNode heavy(JsonNode json, int number) {
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> object.set(field.getKey(), heavy(field.getValue(), number)));
            return object;
        }
        if (json.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < TIMES; i++) {
                for (JsonNode element : json) {
                    list.add(heavy(element, i));
                }
            }
            return list;
        }
        boolean numbered = number > 0 && WORDS.matcher(json.asText()).matches() && json.isTextual();
        return numbered ? TextNode.valueOf(json.textValue() + " " + number) : json;
    }
}
