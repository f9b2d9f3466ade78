package org.hrcamel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project of many workflows: copies of the five shipped ones, each under an id, a state and a schedule of its own. */
final class WorkflowFolder {

    private static final List<String> SHIPPED = Stream.of(
                    "jazzhr", "flatchr", "greenhouse", "smartrecruiters", "breezyhr")
            .map(Scenario::workflow)
            .toList();

    /** Step ids are unique in all files. */
    private static final Pattern STEP_ID = Pattern.compile("(?m)(\\bid: )[a-z]+-([a-z]+)$");

    private final Path folder;
    private final Map<String, String> schedules = new TreeMap<>();

    private WorkflowFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the project.
     *
     * @param vendors the settings that point the shipped workflows at simulated vendors
     * @param schedule of each workflow, by its number
     * @param further settings of the runtime
     */
    static WorkflowFolder write(
            Path folder,
            int workflows,
            Map<String, String> vendors,
            IntFunction<String> schedule,
            Map<String, String> further)
            throws IOException {
        WorkflowFolder written = new WorkflowFolder(folder);
        Files.createDirectories(written.routes());
        List<String> lines = new ArrayList<>();
        vendors.forEach((key, value) -> {
            if (key.startsWith("connector.")) {
                lines.add(key + " = " + value);
            }
        });
        further.forEach((key, value) -> lines.add(key + " = " + value));
        for (int number = 0; number < workflows; number++) {
            written.add(number, vendors, schedule.apply(number), lines);
        }
        Files.write(written.settings(), lines);
        return written;
    }

    private void add(int number, Map<String, String> vendors, String schedule, List<String> lines) throws IOException {
        String shipped = SHIPPED.get(number % SHIPPED.size());
        String id = id(number);
        String text =
                Files.readString(Stage.ROUTES.resolve(shipped + ".camel.yaml")).replace(shipped, id);
        Files.writeString(file(id), STEP_ID.matcher(text).replaceAll("$1" + id + "-$2"));
        String from = "workflow." + shipped + ".";
        String to = "workflow." + id + ".";
        vendors.forEach((key, value) -> {
            if (key.startsWith(from) && !key.endsWith(".workflow_id")) {
                lines.add(to + key.substring(from.length()) + " = " + value);
            }
        });
        lines.add(to + "workflow_id = " + id);
        lines.add(to + "schedule = " + schedule);
        lines.add(to + "logics =");
        schedules.put(id, schedule);
    }

    static String id(int number) {
        return "customer-%04d".formatted(number);
    }

    Path folder() {
        return folder;
    }

    Path settings() {
        return folder.resolve("application.properties");
    }

    Path routes() {
        return folder.resolve("routes");
    }

    Path file(String id) {
        return routes().resolve(id + ".camel.yaml");
    }

    /** The schedule of each workflow, by id. */
    Map<String, String> schedules() {
        return schedules;
    }
}
