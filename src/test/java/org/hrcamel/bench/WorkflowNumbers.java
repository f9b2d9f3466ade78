package org.hrcamel.bench;

import java.util.List;

/** More and more workflows in one runtime: at rest, or in a minute in which each is due once. */
final class WorkflowNumbers implements Section {

    private static final List<Integer> NUMBERS = List.of(1, 10, 100, 1_000);

    private final boolean firing;

    /**
     * @param firing whether they fire, else they rest
     */
    WorkflowNumbers(boolean firing) {
        this.firing = firing;
    }

    @Override
    public String name() {
        return firing ? "firings" : "workflows";
    }

    @Override
    public String title() {
        return firing ? "Workflows that find nobody, each due once in a minute" : "Workflows in one runtime, at rest";
    }

    @Override
    public List<String> plotted() {
        return firing ? List.of() : List.of("start s", "heap MB", "resident MB", "threads");
    }

    @Override
    public Table measure(int rounds) {
        Table table = new Table(name(), title());
        try (ManyWorkflows bench = new ManyWorkflows()) {
            for (int workflows : NUMBERS) {
                String name = "%,d %s".formatted(workflows, workflows == 1 ? "workflow" : "workflows");
                if (firing) {
                    bench.spread(workflows).in(table.row(name + ", spread over it"));
                    bench.atOnce(workflows).in(table.row(name + ", at the same second"));
                } else {
                    bench.idle(workflows).in(table.row(name));
                }
            }
            return table;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
