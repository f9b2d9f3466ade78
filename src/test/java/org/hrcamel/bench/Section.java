package org.hrcamel.bench;

/** One table of the report, and how it is filled. */
interface Section {

    /** What it is asked for by, such as {@code throughput}. */
    String name();

    /**
     * Measures everything anew.
     *
     * @param rounds how often each scenario is measured, in turn with the others, so that a passing disturbance does not hit one alone
     */
    Table measure(int rounds);
}
