package org.hrcamel.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.Side;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.http.CamelTransport;
import org.hrcamel.http.Connections;
import org.hrcamel.http.RequestBudgets;
import org.hrcamel.http.RequestMeter;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.OperatorFunctions;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Probe;
import org.hrcamel.workflow.Probe.Answer;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.Workflow;
import org.hrcamel.workflow.WorkflowState;

/**
 * Tries the credentials of workflows with their vendors, all at once, in a Camel of its own: no state is opened, no workflow deployed,
 * and nothing written at a vendor but what signing in and out may write.
 */
public final class CredentialTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For a session that was opened while nobody waited any more: it shall be signed out of. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final Project project;
    private final Duration patience;
    private final CamelContext camel = new DefaultCamelContext();
    private final InstantSource clock = InstantSource.system();
    private final Map<String, VendorApi> apis = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hrcamel-trial");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * One side of a workflow.
     *
     * @param group the settings that hold its credential, such as {@code connector_auth}
     */
    public record Tried(DeclaredWorkflow workflow, Connector vendor, String group, Answer answer) {}

    /** A side that is being tried. */
    private record Pending(
            DeclaredWorkflow workflow, Connector vendor, String group, Probe probe, Future<Answer> answer) {}

    public CredentialTrial(Project project) {
        this(project, PATIENCE);
    }

    CredentialTrial(Project project, Duration patience) {
        this.project = project;
        this.patience = patience;
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(1);
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        Connections.configure(camel, "hrcamel");
        VendorApi.Http http = new VendorApi.Http(
                new CamelTransport(camel.createProducerTemplate()),
                new RequestBudgets(clock),
                clock,
                RandomGenerator.getDefault(),
                RequestMeter.OfVendors.NONE);
        try {
            for (Connector connector : project.connectors().all()) {
                VendorApi api = VendorApi.of(connector, project.settings(), http, problem -> {});
                apis.put(connector.name(), api);
                camel.addRoutes(connector.routes(api.once(() -> {})));
            }
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException("Camel does not start: " + failure.getMessage(), failure);
        }
    }

    /**
     * Both sides of each workflow, within seconds even when nobody answers.
     *
     * @param workflows whose settings are sound
     */
    public List<Tried> of(List<DeclaredWorkflow> workflows) {
        List<Pending> pending = new ArrayList<>();
        for (DeclaredWorkflow declared : workflows) {
            Workflow workflow = workflow(declared);
            Probe origin = new Probe(workflow, clock);
            Probe target = new Probe(workflow, clock);
            pending.add(pending(declared, declared.origin(), origin, threads.submit(origin::origin)));
            pending.add(pending(declared, declared.target(), target, threads.submit(target::target)));
        }
        long end = System.nanoTime() + patience.toNanos();
        return pending.stream().map(one -> tried(one, end)).toList();
    }

    private static Pending pending(DeclaredWorkflow workflow, Connector vendor, Probe probe, Future<Answer> answer) {
        return new Pending(workflow, vendor, vendor.authGroup(), probe, answer);
    }

    private Tried tried(Pending pending, long end) {
        return new Tried(pending.workflow(), pending.vendor(), pending.group(), answer(pending, end));
    }

    private Answer answer(Pending pending, long end) {
        try {
            return pending.answer().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            pending.probe().giveUp();
            return new Answer(Probe.Outcome.UNREACHABLE, "no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException | CancellationException bug) {
            return new Answer(
                    Probe.Outcome.UNREACHABLE,
                    "an unexpected " + String.valueOf(bug.getCause()).split("[:\\s]", 2)[0]);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(Probe.Outcome.UNREACHABLE, "interrupted");
        }
    }

    private Workflow workflow(DeclaredWorkflow declared) {
        ParsedWorkflow parsed = ParsedWorkflow.parse(
                declared,
                project.settings(),
                OperatorFunctions.of(project.settings()).withoutBeans(),
                url -> result -> {});
        Connector from = declared.origin();
        Connector to = declared.target();
        return new Workflow(
                declared.id(),
                parsed.common(),
                parsed.logics(),
                parsed.format(),
                parsed.callback(),
                WorkflowState.none(),
                run -> from.origin().orElseThrow().opening().open(side(run, from, "pull_parameters", parsed)),
                run -> to.target().orElseThrow().opening().open(side(run, to, "push_parameters", parsed)));
    }

    /** The first success stops the run: it has shown that the credential is accepted. */
    private Side side(Run run, Connector connector, String group, ParsedWorkflow parsed) {
        VendorApi api = api(connector).once(run::stop);
        return new Side(run, parsed.group(connector.authGroup()), parsed.group(group), api);
    }

    private VendorApi api(Connector connector) {
        VendorApi api = apis.get(connector.name());
        if (api == null) {
            throw new IllegalArgumentException("No connector of this project: " + connector.name());
        }
        return api;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        camel.stop();
    }
}
