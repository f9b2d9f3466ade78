package org.hrcamel.bench;

/**
 * One measured run.
 *
 * @param cpuMillis of the program for each profile
 * @param requests to the vendors for each profile
 * @param requestsPerConnection since the program started: later runs open none
 * @param peakHeap megabytes in use at most, garbage included
 * @param liveHeap megabytes in use after the last garbage collection
 * @param resident megabytes of RAM at most, since the program started
 * @param simulatorMicros CPU of the simulated vendors for each request
 * @param simulatorShare of the CPU of the whole machine that the simulated vendors used, from 0 to 1
 */
record Sample(
        double profilesPerSecond,
        double cpuMillis,
        double requests,
        double requestsPerConnection,
        double peakHeap,
        double liveHeap,
        double resident,
        double simulatorMicros,
        double simulatorShare) {

    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double PERCENT = 100;

    /**
     * @param vendors what they had to do for this run
     * @param total the same since the program started
     */
    static Sample of(Program.Cost cost, Simulator.Figures vendors, Simulator.Figures total, long resident) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Sample(
                cost.profiles() / cost.seconds(),
                cost.cpuSeconds() * THOUSAND / cost.profiles(),
                vendors.requests() / (double) cost.profiles(),
                total.requests() / (double) total.connections(),
                cost.peakHeap() / MILLION,
                cost.liveHeap() / MILLION,
                resident / MILLION,
                vendors.cpuSeconds() * MILLION / vendors.requests(),
                vendors.cpuSeconds() / cost.seconds() / cores);
    }

    /** Adds what was measured to a scenario's row. */
    void in(Table.Row row) {
        row.add("profiles/s", profilesPerSecond)
                .add("CPU ms/profile", cpuMillis)
                .add("requests/profile", requests)
                .add("requests/connection", requestsPerConnection)
                .add("peak heap MB", peakHeap)
                .add("live heap MB", liveHeap)
                .add("resident MB", resident)
                .add("vendors' CPU µs/request", simulatorMicros)
                .add("vendors' part of all CPU %", simulatorShare * PERCENT);
    }
}
