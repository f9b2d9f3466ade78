package org.hrcamel.bench;

/** Measures runs of a program that has run before, as one that is always up does. */
final class WarmRuns {

    /** The program and the vendors share the processors: alone, the vendors must be faster by this at the least. */
    private static final double LEAST_RESERVE = 1.25;

    private WarmRuns() {}

    /** The measured runs of one program, after those that warm it up. */
    static void measure(Scenario scenario, Table.Row row) {
        try (Stage stage = new Stage(scenario);
                Child program = stage.program(scenario)) {
            for (int run = 0; run < scenario.warmUps(); run++) {
                checked(scenario, Program.Cost.parse(program.ask("run")));
            }
            for (int run = 0; run < scenario.runs(); run++) {
                Simulator.Figures before = stage.figures();
                Program.Cost cost = checked(scenario, Program.Cost.parse(program.ask("run")));
                Simulator.Figures after = stage.figures();
                Sample.of(cost, after.since(before), after, OperatingSystem.peakResident(program.pid()))
                        .in(row);
            }
            if (scenario.latencyMillis() == 0) {
                row.add("vendors could answer/s", checked(row, stage.capacity()));
            }
        }
    }

    /** Whether the vendors could have answered more than they were asked, so that the program was measured and not they. */
    private static double checked(Table.Row row, double capacity) {
        double asked = Table.median(row.values().get("profiles/s"))
                * Table.median(row.values().get("requests/profile"));
        if (capacity < asked * LEAST_RESERVE) {
            throw new IllegalStateException(
                    "%s: the simulated vendors are the bottleneck, they can answer %.0f requests/s and %.0f were asked"
                            .formatted(row.name(), capacity, asked));
        }
        return capacity;
    }

    private static Program.Cost checked(Scenario scenario, Program.Cost cost) {
        if (cost.profiles() != scenario.profiles() || cost.failed() > 0) {
            throw new IllegalStateException(scenario.name() + " did not do its work: " + cost);
        }
        return cost;
    }
}
