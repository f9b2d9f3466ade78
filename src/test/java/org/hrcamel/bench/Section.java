package org.hrcamel.bench;

import java.util.List;

/** One table of the report, and how it is filled. */
interface Section {

    /** What it is asked for by, such as {@code throughput}. */
    String name();

    /** What it tells, as people read it. */
    String title();

    /** The columns that are drawn too, by the number in the names of the rows; none unless it grows. */
    default List<String> plotted() {
        return List.of();
    }

    /**
     * Measures everything anew.
     *
     * @param rounds how often each scenario is measured, in turn with the others, so that a passing disturbance does not hit one alone;
     *     what takes very long is measured once
     */
    Table measure(int rounds);
}
