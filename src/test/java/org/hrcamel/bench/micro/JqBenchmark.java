package org.hrcamel.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hrcamel.workflow.JsonFunctions;
import org.hrcamel.workflow.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What operators write in jq: a filter, an edit, and a format of their own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JqBenchmark {

    @Param({People.TYPICAL, People.HEAVY})
    String weight;

    private JsonNode item;
    private UnaryOperator<JsonNode> filter;
    private UnaryOperator<JsonNode> edit;
    private UnaryOperator<JsonNode> format;

    @Setup
    public void setUp() {
        item = People.item("smartrecruiters", weight);
        filter = program("select(.internal == false or (.tags | length) > 3)");
        edit = program(".firstName |= ascii_upcase | del(.experience[].description)");
        format = program("{reference: .id, info: {full_name: \"\\(.firstName) \\(.lastName)\", email: .email},"
                + " experiences: [.experience[] | {title, company, date_start: .startDate}]}");
    }

    private static UnaryOperator<JsonNode> program(String text) {
        return new JsonFunctions(
                        Settings.load(Path.of("application.properties"), List.of()),
                        JqBenchmark.class.getClassLoader(),
                        name -> null)
                .operator("jq:" + text);
    }

    @Benchmark
    public JsonNode filter() {
        return filter.apply(item);
    }

    @Benchmark
    public JsonNode edit() {
        return edit.apply(item);
    }

    @Benchmark
    public JsonNode format() {
        return format.apply(item);
    }
}
