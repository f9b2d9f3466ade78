package org.hrcamel.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures runs of a program that has run before, as one that is always up does. */
final class WarmRuns {

    private WarmRuns() {}

    /** The measured runs of one program, after those that warm it up. */
    static List<Sample> of(Scenario scenario) {
        List<Sample> samples = new ArrayList<>();
        try (Stage stage = new Stage(scenario);
                Child program = new Child(
                        scenario.javaOptions(),
                        Program.class,
                        List.of(stage.settings().toString(), Stage.ROUTES.toString(), scenario.workflow()),
                        stage.log())) {
            program.line();
            for (int run = 0; run < scenario.warmUps(); run++) {
                checked(scenario, Program.Cost.parse(program.ask("run")));
            }
            for (int run = 0; run < scenario.runs(); run++) {
                Simulator.Figures before = stage.figures();
                Program.Cost cost = checked(scenario, Program.Cost.parse(program.ask("run")));
                Simulator.Figures after = stage.figures();
                samples.add(Sample.of(cost, after.since(before), after, OperatingSystem.peakResident(program.pid())));
            }
        }
        return samples;
    }

    private static Program.Cost checked(Scenario scenario, Program.Cost cost) {
        if (cost.profiles() != scenario.profiles() || cost.failed() > 0) {
            throw new IllegalStateException(scenario.name() + " did not do its work: " + cost);
        }
        return cost;
    }
}
