package org.hrcamel.bench;

import java.util.List;

/** Profiles that all change: how many a second, and what each costs, once the program is warm. */
final class Throughput implements Section {

    private static final int PROFILES = 5_000;

    private static final List<Scenario> SCENARIOS = List.of(
            Scenario.of("SmartRecruiters, 0 ms, parallelism 16", "smartrecruiters", PROFILES, 0)
                    .with("parallelism", 16),
            Scenario.of("SmartRecruiters, 20 ms, parallelism 32", "smartrecruiters", PROFILES, 20)
                    .with("parallelism", 32),
            Scenario.of("SmartRecruiters, 20 ms, parallelism 96", "smartrecruiters", PROFILES, 20)
                    .with("parallelism", 96),
            Scenario.of("SmartRecruiters with a résumé each, 0 ms, parallelism 16", "smartrecruiters", 1_000, 0)
                    .withResumes()
                    .with("parallelism", 16),
            Scenario.of("JazzHR, 0 ms, parallelism 16", "jazzhr", PROFILES, 0).with("parallelism", 16),
            Scenario.of("Flatchr, 0 ms, parallelism 16", "flatchr", PROFILES, 0).with("parallelism", 16),
            Scenario.of("Greenhouse, 0 ms, parallelism 16", "greenhouse", PROFILES, 0)
                    .with("parallelism", 16),
            Scenario.of("HrFlow to Breezy HR, 0 ms, parallelism 16", "breezyhr", PROFILES, 0)
                    .with("parallelism", 16));

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String title() {
        return "Profiles that all change, in a program that is warm";
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        for (int round = 0; round < rounds; round++) {
            for (Scenario scenario : SCENARIOS) {
                WarmRuns.measure(scenario, table.row(scenario.name()));
            }
        }
        return table;
    }
}
