package org.hrcamel.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.SimulatedVendor;
import org.hrcamel.sandbox.hrflow.SimulatedHrflow;

/**
 * The process of the simulated vendors. First it prints the settings that point a runtime at it, one a line and an empty line at the
 * end; then, for each line that it reads, its {@link Figures} as JSON, or a {@link Probe} where the line asks for one. It ends when its input does.
 */
final class Simulator {

    /**
     * What the vendors had to do so far.
     *
     * @param cpuSeconds of the whole process
     * @param violations requests that a client which follows the contracts does not make
     */
    record Figures(long requests, long connections, double cpuSeconds, long violations) {

        static Figures parse(String json) {
            return Lines.read(json, Figures.class);
        }

        Figures since(Figures before) {
            return new Figures(
                    requests - before.requests,
                    connections - before.connections,
                    cpuSeconds - before.cpuSeconds,
                    violations - before.violations);
        }
    }

    /**
     * A request that the program often makes.
     *
     * @param address of a GET
     */
    record Probe(String address, Map<String, String> headers) {

        static Probe parse(String json) {
            return Lines.read(json, Probe.class);
        }
    }

    private Simulator() {}

    /**
     * @param arguments system that has the people, their number, milliseconds that an answer takes, {@code resumes} or {@code none},
     *     {@code replay} or {@code live}
     */
    public static void main(String[] arguments) throws IOException {
        String system = arguments[0];
        boolean resumes = arguments[3].equals("resumes");
        UnaryOperator<SimulatedVendor> wrapping =
                arguments[4].equals("replay") ? Replay::new : UnaryOperator.identity();
        try (Sandbox sandbox = new Sandbox(
                0,
                Integer.parseInt(arguments[1]),
                Duration.ofMillis(Long.parseLong(arguments[2])),
                Clock.systemUTC(),
                system::equals,
                wrapping)) {
            files(sandbox, system, resumes);
            sandbox.settings().forEach((key, value) -> System.out.println(key + "=" + value));
            System.out.println();
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String order = orders.readLine();
            while (order != null) {
                System.out.println(Lines.write(order.equals("probe") ? probe(sandbox, system) : figures(sandbox)));
                order = orders.readLine();
            }
        }
        System.exit(0);
    }

    /** Everybody or nobody has a file still to be uploaded: a profile that has one wants no other, and Breezy is sent what HrFlow has. */
    private static void files(Sandbox sandbox, String system, boolean resumes) {
        String source = Sandbox.sourceKey(system);
        boolean held = system.equals("breezyhr") == resumes;
        ArrayNode attachments = JsonNodeFactory.instance.arrayNode();
        for (String type : held ? new String[] {"original", "resume"} : new String[0]) {
            attachments.add(file(type));
        }
        for (ObjectNode profile : sandbox.hrflow().profiles(source)) {
            sandbox.hrflow()
                    .edit(source, profile.path("reference").asText(), edited -> edited.set("attachments", attachments));
        }
    }

    private static ObjectNode file(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("alt", "0".repeat(40))
                .put("file_size", 1000)
                .put("file_name", type)
                .put("original_file_name", type)
                .put("extension", ".pdf")
                .put("public_url", "/files/resume/0.pdf")
                .put("updated_at", "2023-06-20T15:25:07+0000")
                .put("created_at", "2023-06-20T15:25:07+0000");
    }

    private static Probe probe(Sandbox sandbox, String system) {
        String source = Sandbox.sourceKey(system);
        String reference =
                sandbox.hrflow().profiles(source).get(0).path("reference").asText();
        return new Probe(
                sandbox.server().root() + "/hrflow/v1/profile/indexing?source_key=" + source + "&reference="
                        + reference,
                Map.of("X-API-KEY", SimulatedHrflow.API_SECRET, "X-USER-EMAIL", SimulatedHrflow.API_USER));
    }

    private static Figures figures(Sandbox sandbox) {
        return new Figures(
                sandbox.server().ledger().requests(),
                sandbox.server().connections(),
                OperatingSystem.cpuSeconds(),
                sandbox.server().ledger().violations().size());
    }
}
