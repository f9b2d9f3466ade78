package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;
import org.hrcamel.workflow.ContentHash;
import org.hrcamel.workflow.Fingerprint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The version of a profile whose listing tells none, and of what decides what a target gets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HashBenchmark {

    @Param({People.TYPICAL, People.HEAVY})
    String weight;

    private ObjectNode profile;

    @Setup
    public void setUp() {
        profile = People.after("breezyhr", weight);
    }

    @Benchmark
    public String contentHash() {
        return ContentHash.of(profile, (path, field) -> path.isEmpty() && field.equals("updated_at"));
    }

    @Benchmark
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        profile.properties().forEach(field -> fingerprint.with(field.getKey(), field.getValue()));
        return fingerprint.text();
    }
}
