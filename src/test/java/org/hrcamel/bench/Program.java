package org.hrcamel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Event;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.RunResult;
import org.hrcamel.workflow.Status;

/**
 * The process of the program itself, kept alive over several runs of one workflow: for each line that it reads, it runs the workflow and
 * prints what that cost as JSON. It ends when its input does.
 */
final class Program {

    private static final double NANOS = 1e9;

    /**
     * What one run cost.
     *
     * @param profiles items that came to an end
     * @param failed items among them, and rows, that failed
     * @param peakHeap bytes, garbage included
     * @param liveHeap bytes that were in use after the last garbage collection
     */
    record Cost(long profiles, long failed, double seconds, double cpuSeconds, long peakHeap, long liveHeap) {

        static Cost parse(String json) {
            return Lines.read(json, Cost.class);
        }
    }

    private Program() {}

    /**
     * @param arguments settings file, folder of routes, workflow
     */
    public static void main(String[] arguments) throws IOException {
        Project project = Project.read(Path.of(arguments[0]), Path.of(arguments[1]), List.of());
        String workflow = arguments[2];
        DeclaredWorkflow declared = project.workflow(workflow).orElseThrow();
        try (HrCamelRuntime runtime =
                new HrCamelRuntime(project, HrCamelRuntime.Mode.ON_DEMAND, result -> {}).start()) {
            runtime.deploy(declared).forEach(problem -> {
                throw new IllegalStateException(problem.toString());
            });
            System.out.println();
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (orders.readLine() != null) {
                System.out.println(Lines.write(run(runtime, workflow)));
            }
        }
        System.exit(0);
    }

    private static Cost run(HrCamelRuntime runtime, String workflow) {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double cpu = OperatingSystem.cpuSeconds();
        long begin = System.nanoTime();
        RunResult result = runtime.run(workflow, RunRequest.AS_SET);
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (result.status() == Status.FATAL) {
            throw new IllegalStateException(result.toString());
        }
        Function<Event, Long> count = result.events()::get;
        return new Cost(
                count.apply(Event.READ_SUCCESS),
                count.apply(Event.READ_FAILURE) + count.apply(Event.WRITE_FAILURE) + count.apply(Event.FORMAT_FAILURE),
                seconds,
                OperatingSystem.cpuSeconds() - cpu,
                used(MemoryPoolMXBean::getPeakUsage),
                used(MemoryPoolMXBean::getCollectionUsage));
    }

    private static long used(Function<MemoryPoolMXBean, MemoryUsage> usage) {
        return heapPools().stream()
                .map(usage)
                .filter(found -> found != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
