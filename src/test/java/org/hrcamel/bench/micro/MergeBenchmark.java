package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hrcamel.connector.hrflow.ProfileMerge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Laying what a system knows over HrFlow's profile, and finding what that changes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MergeBenchmark {

    @Param({"jazzhr", "smartrecruiters"})
    String system;

    @Param({People.TYPICAL, People.HEAVY})
    String weight;

    private JsonNode known;
    private ObjectNode before;
    private ObjectNode after;

    @Setup
    public void setUp() {
        known = People.mapping(system).apply(People.item(system, weight));
        before = People.before(system, weight);
        after = ProfileMerge.merge(People.after(system, weight), known, List.of())
                .profile();
    }

    @Benchmark
    public ProfileMerge.Result changed() {
        return ProfileMerge.merge(before, known, List.of());
    }

    @Benchmark
    public ProfileMerge.Result unchanged() {
        return ProfileMerge.merge(after, known, List.of());
    }
}
