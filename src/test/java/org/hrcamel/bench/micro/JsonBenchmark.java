package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.hrcamel.http.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and writing HrFlow's profile as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {

    @Param({People.TYPICAL, People.HEAVY})
    String weight;

    private JsonNode profile;
    private byte[] bytes;

    @Setup
    public void setUp() {
        profile = People.after("breezyhr", weight);
        bytes = Json.bytes(profile);
    }

    @Benchmark
    public JsonNode read() throws IOException {
        return Json.read(new ByteArrayInputStream(bytes));
    }

    @Benchmark
    public byte[] write() {
        return Json.bytes(profile);
    }
}
