package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.state.MemoryState;

/** Runs a workflow's YAML route with the real steps, over ten numbered items, {@code {"n":0}} to {@code {"n":9}}. */
final class SmallWorkflow {

    /** Steps of a route, in YAML's one-line form. */
    static final String READ = "{process: {ref: read}}";

    static final String FORMAT = "{process: {ref: format}}";
    static final String PUSH = "{process: {ref: push}}";

    /** What an operator may write: drops, fails for, or copies the items with an odd number. */
    static final String FAIL = "{process: {ref: failForOdd}}";

    /** What nothing in the product does: counts an item once more. */
    static final String MISCOUNT = "{process: {ref: miscount}}";

    static final String TAP = "{wireTap: {uri: 'direct:tap'}}";

    static String keepOdd(String... steps) {
        return filter("odd", steps);
    }

    static String logics(String... steps) {
        return filter("logics", steps);
    }

    private static String filter(String predicate, String... steps) {
        return "{filter: {ref: " + predicate + ", steps: [" + String.join(", ", steps) + "]}}";
    }

    static final int ITEMS = 10;

    /** Brings one item to the target. */
    @FunctionalInterface
    interface Writer {
        Outcome push(Item item) throws ItemFailed, RunFatal, CredentialRefused;
    }

    final List<String> pushed = new CopyOnWriteArrayList<>();
    final List<String> tapped = new CopyOnWriteArrayList<>();
    final List<ObjectNode> calledBack = new CopyOnWriteArrayList<>();
    List<UnaryOperator<JsonNode>> logics = List.of();
    Optional<UnaryOperator<JsonNode>> format = Optional.empty();
    Consumer<ObjectNode> callback = calledBack::add;
    Writer writer = item -> new Outcome.Written();
    List<Integer> gone = List.of();
    boolean dryRun;
    /** How many copies to wait for before Camel stops: a wire tap is nobody's to wait for. */
    int expectedTaps;

    RunResult run(String... steps) {
        AtomicReference<RunResult> result = new AtomicReference<>();
        Workflow workflow = new Workflow(
                "acme",
                settings(),
                logics,
                format,
                Optional.of(callback),
                OpenedRuns.state(new MemoryState()),
                run -> new Numbers(),
                run -> new Target());
        RunLifecycle lifecycle = new RunLifecycle(id -> workflow, InstantSource.system(), result::set);
        try (CamelContext camel = new DefaultCamelContext()) {
            bind(camel.getRegistry());
            camel.addRoutePolicyFactory((context, id, route) -> id.equals("acme") ? lifecycle : null);
            camel.addRoutes(new RouteConfigurationBuilder() {
                @Override
                public void configuration() {
                    routeConfiguration("workflow").errorHandler(noErrorHandler());
                }
            });
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString("acme.camel.yaml", yaml(String.join(", ", steps))));
            camel.start();
            camel.createProducerTemplate().send("direct:acme", new RunRequest(dryRun, false)::in);
            Awaitility.await().until(() -> tapped.size() >= expectedTaps);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        return result.get();
    }

    private static WorkflowSettings settings() {
        Settings settings =
                Settings.parse(Path.of("a.properties"), "workflow.acme.workflow_id = acme", List.of(), name -> null);
        return WorkflowSettings.parse(settings, "acme", problem -> {
            throw new AssertionError(problem);
        });
    }

    private static String yaml(String steps) {
        return """
                - route:
                    id: acme
                    routeConfigurationId: workflow
                    from:
                      uri: direct:acme
                      steps:
                        - process: {ref: pull}
                        - split:
                            simple: "${body}"
                            streaming: true
                            parallelProcessing: true
                            onPrepare: "#item"
                            aggregationStrategy: "#itemAccounting"
                            steps: [%s]
                        - process: {ref: callback}
                - route:
                    id: tap
                    routeConfigurationId: workflow
                    from:
                      uri: direct:tap
                      steps:
                        - process: {ref: tapped}
                """.formatted(steps);
    }

    private void bind(Registry registry) {
        ItemAccounting accounting = new ItemAccounting();
        registry.bind("item", accounting);
        registry.bind("itemAccounting", accounting);
        registry.bind("pull", new PullStep());
        registry.bind(
                "miscount", (Processor) exchange -> Run.of(exchange).events().add(Event.READ_SUCCESS));
        registry.bind("read", new ReadStep());
        registry.bind("logics", new LogicsStep());
        registry.bind("format", new FormatStep(UnaryOperator.identity()));
        registry.bind("push", new PushStep());
        registry.bind("callback", new CallbackStep());
        registry.bind("odd", (Predicate) SmallWorkflow::isOdd);
        registry.bind("failForOdd", (Processor) exchange -> {
            if (isOdd(exchange)) {
                throw new IllegalStateException("secret of the item");
            }
        });
        registry.bind("tapped", (Processor) exchange -> {
            tapped.add(Item.of(exchange).reference());
            throw new IllegalStateException("the tap fails");
        });
    }

    private static boolean isOdd(Exchange exchange) {
        return number(exchange.getMessage().getBody(JsonNode.class)) % 2 == 1;
    }

    static int number(JsonNode item) {
        return item.path("n").asInt();
    }

    private final class Numbers implements OriginSession {

        @Override
        public Iterator<Item> items() {
            List<Item> items = new ArrayList<>();
            IntStream.range(0, ITEMS)
                    .forEach(n -> items.add(new Item(
                            String.valueOf(n),
                            JsonNodeFactory.instance.objectNode().put("n", n))));
            return items.iterator();
        }

        @Override
        public Optional<JsonNode> read(Item item) {
            return gone.contains(Integer.valueOf(item.reference())) ? Optional.empty() : Optional.of(item.row());
        }
    }

    private final class Target implements TargetSession {
        @Override
        public Outcome push(Item item, JsonNode formatted, boolean dryRun)
                throws ItemFailed, RunFatal, CredentialRefused {
            if (dryRun) {
                return new Outcome.Previewed(List.of(new Change("n", null, formatted.path("n"))));
            }
            Outcome outcome = writer.push(item);
            pushed.add(item.reference());
            return outcome;
        }
    }
}
