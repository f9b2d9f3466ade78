package org.hrcamel.bench;

/** Profiles that all change, from the start of the program to its end: nothing is warm. */
final class WholeProcess implements Section {

    private static final Scenario SCENARIO = Scenario.of(
                    "SmartRecruiters, 20,000 profiles, 0 ms, parallelism 16", "smartrecruiters", 20_000, 0)
            .with("parallelism", 16);

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String title() {
        return "Profiles that all change, from `java` to exit";
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        try (Stage stage = new Stage(SCENARIO)) {
            // The vendors learn their answers.
            PackagedRun.of(SCENARIO, stage);
            for (int round = 0; round < rounds; round++) {
                PackagedRun.of(SCENARIO, stage).in(table.row(SCENARIO.name()), SCENARIO.profiles());
            }
        }
        return table;
    }
}
