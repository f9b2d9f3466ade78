package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Making the target's form of an item, with each connector's own mapping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MappingBenchmark {

    @Param({"jazzhr", "flatchr", "greenhouse", "smartrecruiters", "breezyhr"})
    String system;

    @Param({People.TYPICAL, People.HEAVY})
    String weight;

    private UnaryOperator<JsonNode> mapping;
    private JsonNode item;

    @Setup
    public void setUp() {
        mapping = People.mapping(system);
        item = People.item(system, weight);
    }

    @Benchmark
    public JsonNode mapping() {
        return mapping.apply(item);
    }
}
