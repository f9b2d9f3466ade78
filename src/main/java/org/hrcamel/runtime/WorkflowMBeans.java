package org.hrcamel.runtime;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one MBean in JMX for each workflow that there is. Used by one thread at a time. */
final class WorkflowMBeans implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowMBeans.class);

    private final Operations operations;
    private final Set<String> registered = new HashSet<>();

    WorkflowMBeans(Operations operations) {
        this.operations = operations;
    }

    static ObjectName name(String workflow) throws JMException {
        boolean plain = workflow.matches("[\\w.-]+");
        return new ObjectName("org.hrcamel:type=workflow,name=" + (plain ? workflow : ObjectName.quote(workflow)));
    }

    /** Registers what is new and takes out what is gone. */
    void show(Set<String> workflows) {
        for (String workflow : workflows) {
            if (registered.add(workflow)) {
                attempt(workflow, (server, name) -> {
                    if (server.isRegistered(name)) {
                        server.unregisterMBean(name);
                    }
                    server.registerMBean(new OperatedWorkflow(workflow, operations), name);
                });
            }
        }
        for (String workflow : Set.copyOf(registered)) {
            if (!workflows.contains(workflow)) {
                registered.remove(workflow);
                attempt(workflow, MBeanServer::unregisterMBean);
            }
        }
    }

    @FunctionalInterface
    private interface Change {
        void to(MBeanServer server, ObjectName name) throws JMException;
    }

    private static void attempt(String workflow, Change change) {
        try {
            // Asked for here, since a single run shows nothing, and the first who asks has Java make all of its own
            // beans.
            change.to(ManagementFactory.getPlatformMBeanServer(), name(workflow));
        } catch (JMException failure) {
            LOG.warn("The MBean of {} is not right: {}", workflow, failure.getMessage());
        }
    }

    @Override
    public void close() {
        show(Set.of());
    }
}
