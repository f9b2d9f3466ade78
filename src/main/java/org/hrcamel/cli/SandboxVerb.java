package org.hrcamel.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.hrcamel.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox}: the simulated vendors alone, on loopback, until the process is asked to end. */
@Command(name = "sandbox", description = "Starts the simulated vendors.", mixinStandardHelpOptions = true)
final class SandboxVerb implements Verb {

    @Option(names = "--port", defaultValue = "0", description = "port on loopback (default: a free one)")
    private int port;

    @Option(names = "--profiles", defaultValue = "100", description = "candidates a vendor (default: ${DEFAULT-VALUE})")
    private int profiles;

    @Option(
            names = "--latency",
            defaultValue = "0",
            paramLabel = "MS",
            description = "milliseconds that an answer takes")
    private int latency;

    @Override
    public Integer call() throws InterruptedException {
        try (Sandbox sandbox = new Sandbox(port, profiles, Duration.ofMillis(latency))) {
            sandbox.settings().forEach((key, value) -> System.out.println(key + " = " + value));
            System.out.flush();
            System.err.println(
                    "Simulated vendors listen at " + sandbox.server().root()
                            + "; the settings above, in a file of their own that --config names, point a runtime at them. End with Ctrl-C.");
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "sandbox-end"));
            ended.await();
        }
        return SUCCESS;
    }
}
