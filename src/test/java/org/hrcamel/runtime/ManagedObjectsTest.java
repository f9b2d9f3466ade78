package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes and steps in JMX: shown as Camel shows them, with one description for all of a class. */
class ManagedObjectsTest {

    private static final String CAMEL_S = "camel-s";
    private static final String OURS = "ours";

    private static final String PASSWORD = "correct-horse";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final DefaultCamelContext camelS = new DefaultCamelContext();
    private final DefaultCamelContext ours = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        ours.getCamelContextExtension().setManagementMBeanAssembler(new ManagedObjects(ours));
        start(camelS, CAMEL_S);
        start(ours, OURS);
    }

    private static void start(CamelContext camel, String name) throws Exception {
        camel.getCamelContextExtension().setName(name);
        camel.addRoutes(new Steps());
        camel.start();
    }

    @AfterEach
    void stop() {
        camelS.stop();
        ours.stop();
    }

    /** Two steps of one class in routes of their own, one that describes itself, and one with a password in its address. */
    private static final class Steps extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:one").routeId("one").setBody(constant(1)).id("first");
            from("direct:two").routeId("two").setBody(constant(2)).id("second");
            from("direct:three").routeId("three").process(new Thermometer()).id("third");
            from("direct:four")
                    .routeId("four")
                    .to("http://localhost?authPassword=" + PASSWORD)
                    .id("fourth");
        }
    }

    /** A step with an attribute of its own. */
    @ManagedResource(description = "Thermometer")
    public static final class Thermometer implements Processor {

        @ManagedAttribute(description = "Temperature")
        public int getTemperature() {
            return 21;
        }

        @Override
        public void process(Exchange exchange) {
            // Nothing flows here.
        }
    }

    @Test
    void everythingIsDescribedAsCamelDescribesIt() throws Exception {
        Set<String> shown = names(OURS);

        assertThat(shown).isEqualTo(names(CAMEL_S)).hasSizeGreaterThan(10);
        for (String name : shown) {
            MBeanInfo actual = info(OURS, name);
            MBeanInfo expected = info(CAMEL_S, name);
            assertThat(actual.getClassName()).isEqualTo(expected.getClassName());
            assertThat(actual.getDescription()).isEqualTo(expected.getDescription());
            assertThat(actual.getDescriptor()).isEqualTo(expected.getDescriptor());
            assertThat(actual.getAttributes()).containsExactlyInAnyOrder(expected.getAttributes());
            assertThat(actual.getOperations()).containsExactlyInAnyOrder(expected.getOperations());
            assertThat(actual.getNotifications()).containsExactlyInAnyOrder(expected.getNotifications());
        }
    }

    @Test
    void stepsOfOneClassShareTheirDescriptionAndKeepTheirValues() throws Exception {
        ours.createProducerTemplate().sendBody("direct:two", "");

        ObjectName first = step(OURS, "first");
        ObjectName second = step(OURS, "second");
        assertThat(server.getMBeanInfo(second).getAttributes()[0])
                .isSameAs(server.getMBeanInfo(first).getAttributes()[0]);
        assertThat(server.getAttribute(first, "ProcessorId")).isEqualTo("first");
        assertThat(server.getAttribute(second, "ProcessorId")).isEqualTo("second");
        assertThat(server.getAttribute(first, "ExchangesTotal")).isEqualTo(0L);
        assertThat(server.getAttribute(second, "ExchangesTotal")).isEqualTo(1L);
    }

    @Test
    void whatIsSetOrDoneOnOneStepLeavesTheOthersAsTheyAre() throws Exception {
        ours.createProducerTemplate().sendBody("direct:one", "");
        ours.createProducerTemplate().sendBody("direct:two", "");

        server.invoke(step(OURS, "first"), "reset", new Object[0], new String[0]);
        server.setAttribute(step(OURS, "first"), new Attribute("StatisticsEnabled", false));

        assertThat(server.getAttribute(step(OURS, "first"), "ExchangesTotal")).isEqualTo(0L);
        assertThat(server.getAttribute(step(OURS, "second"), "ExchangesTotal")).isEqualTo(1L);
        assertThat(server.getAttribute(step(OURS, "first"), "StatisticsEnabled"))
                .isEqualTo(false);
        assertThat(server.getAttribute(step(OURS, "second"), "StatisticsEnabled"))
                .isEqualTo(true);
    }

    @Test
    void aPasswordInAnAddressIsMaskedAsCamelMasksIt() throws Exception {
        Object shown = server.getAttribute(step(OURS, "fourth"), "Destination");

        assertThat(shown).isEqualTo(server.getAttribute(step(CAMEL_S, "fourth"), "Destination"));
        assertThat(shown).asString().contains("authPassword").doesNotContain(PASSWORD);
    }

    @Test
    void aStepThatDescribesItselfIsShownWithBothDescriptions() throws Exception {
        ObjectName third = step(OURS, "third");

        assertThat(server.getAttribute(third, "Temperature")).isEqualTo(21);
        assertThat(server.getAttribute(third, "ProcessorId")).isEqualTo("third");
    }

    @Test
    void theRuntimeShowsTheStepsOfAllWorkflowsWithOneDescriptionAClass(@TempDir Path folder) throws Exception {
        try (LiveFolder live = new LiveFolder(folder, 0, List.of(LiveFolder.SMARTRECRUITERS, LiveFolder.GREENHOUSE))) {
            live.start();

            ObjectName routes = new ObjectName("org.apache.camel:context=hrcamel,type=routes,*");
            List<MBeanAttributeInfo> attributes = new ArrayList<>();
            for (ObjectName route : server.queryNames(routes, null)) {
                attributes.add(server.getMBeanInfo(route).getAttributes()[0]);
            }

            assertThat(attributes).hasSizeGreaterThan(2);
            assertThat(attributes).allSatisfy(attribute -> assertThat(attribute).isSameAs(attributes.get(0)));
        }
    }

    /** Without what is named after its place in the memory. */
    private Set<String> names(String context) throws Exception {
        return server.queryNames(new ObjectName("org.apache.camel:context=" + context + ",*"), null).stream()
                .map(name -> name.getCanonicalName().replace(context, "CONTEXT"))
                .filter(name -> !name.contains("(0x"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private MBeanInfo info(String context, String name) throws Exception {
        return server.getMBeanInfo(new ObjectName(name.replace("CONTEXT", context)));
    }

    private ObjectName step(String context, String id) throws Exception {
        return server.queryNames(
                        new ObjectName(
                                "org.apache.camel:context=" + context + ",type=processors,name=\"" + id + "\",*"),
                        null)
                .iterator()
                .next();
    }
}
