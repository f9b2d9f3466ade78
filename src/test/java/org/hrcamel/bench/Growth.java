package org.hrcamel.bench;

import java.util.List;

/** More and more profiles with the same 128 MB of heap: the time should grow with their number, and the memory should not. */
final class Growth implements Section {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 200_000);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "Profiles that all change, with a heap of 128 MB, from `java` to exit";
    }

    @Override
    public List<String> plotted() {
        return List.of("seconds", "peak heap MB", "live heap MB", "resident MB");
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        for (int profiles : SIZES) {
            Scenario scenario = Scenario.of("%,d profiles".formatted(profiles), "smartrecruiters", profiles, 0)
                    .with("parallelism", 16)
                    .withJava("-Xmx128m");
            Table.Row row = table.row(scenario.name());
            try (Stage stage = stage(scenario)) {
                PackagedRun.of(scenario, stage).in(row, profiles);
            }
            // Collecting takes time, which the run above shall not show.
            try (Stage stage = stage(scenario)) {
                PackagedRun.collecting(scenario, stage)
                        .liveHeap()
                        .forEach(bytes -> row.add("live heap MB", bytes / 1e6));
            }
        }
        return table;
    }

    /** Answers by heart would take as much memory as the vendors themselves. */
    private static Stage stage(Scenario scenario) {
        return new Stage(scenario, false);
    }
}
