package org.hrcamel.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the launch of the program until it has done nothing, or until its first schedule fires. */
final class Starts implements Section {

    private static final Scenario NOBODY = Scenario.of("nobody", "smartrecruiters", 0, 0);
    private static final int STARTS = 5;

    private static final Map<String, List<String>> PROGRAMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("`./hrcamel`", List.of(MeasuredProgram.LAUNCHER));
        PROGRAMS.put(
                "`java -jar`, without the archive of classes",
                List.of(Child.tool("java"), "-jar", "target/hrcamel.jar"));
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "The start of the program";
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        try (Stage stage = new Stage(NOBODY)) {
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, List<String>> program : PROGRAMS.entrySet()) {
                    measure(program.getKey(), new StartUp(program.getValue(), stage), table);
                }
            }
            return table;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void measure(String program, StartUp start, Table table) throws IOException, InterruptedException {
        // Makes the tables of the state.
        start.run(NOBODY.workflow());
        for (int i = 0; i < STARTS; i++) {
            start.run(NOBODY.workflow()).in(table.row(program + ": `run` of an empty workflow, to its exit"));
            start.start(NOBODY.workflow())
                    .in(table.row(program + ": `start`, to the first fire of a schedule of each second"));
        }
    }
}
