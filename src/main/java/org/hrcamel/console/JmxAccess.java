package org.hrcamel.console;

import java.util.List;
import java.util.Set;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What may be seen and done through JMX from the console: everything that is not named here is refused. Hawtio offers far more than it
 * names: sending messages into routes, changing them, dumping the heap to a file.
 */
final class JmxAccess implements Restrictor {

    /** Operations of some MBeans. */
    record Operations(ObjectName mbeans, Set<String> names) {

        Operations(String mbeans, String... names) {
            this(name(mbeans), Set.of(names));
        }
    }

    private static final Set<String> DOMAINS =
            Set.of("org.apache.camel", "org.hrcamel", "quartz", "java.lang", "java.nio");

    /** Their attributes or operations hold what passes through routes: people's data. */
    private static final List<ObjectName> HIDDEN =
            List.of(name("org.apache.camel:type=tracer,*"), name("org.apache.camel:type=debugger,*"));

    /** Arguments and properties of the process may hold secrets; an error's text may hold what was being worked on. */
    private static final Set<String> HIDDEN_ATTRIBUTES = Set.of("SystemProperties", "InputArguments", "LastError");

    /** The list: whatever is not on it is refused. */
    static final List<Operations> OPERATIONS = List.of(
            new Operations(
                    "org.hrcamel:type=workflow,*",
                    "runNow",
                    "dryRun",
                    "fullRun",
                    "stopRun",
                    "pause",
                    "resume",
                    "retryFailures"),
            new Operations(HawtioPermissions.NAME, "canInvoke"),
            new Operations(
                    "org.apache.camel:type=context,*",
                    "dumpRoutesAsXml",
                    "dumpRoutesAsYaml",
                    "dumpRoutesStatsAsXml",
                    "dumpStepStatsAsXml"),
            new Operations(
                    "org.apache.camel:type=routes,*",
                    "dumpRouteAsXml",
                    "dumpRouteAsYaml",
                    "dumpRouteStatsAsXml",
                    "dumpStepStatsAsXml",
                    "dumpRouteSourceLocationsAsXml",
                    "processorIds"),
            new Operations("org.apache.camel:type=services,name=DefaultInflightRepository*,*", "browse", "size"),
            new Operations(
                    "org.apache.camel:type=services,name=DefaultRuntimeEndpointRegistry*,*", "endpointStatistics"),
            new Operations("org.apache.camel:type=services,name=DefaultRestRegistry*,*", "listRestServices"),
            new Operations(
                    "quartz:type=QuartzScheduler,*",
                    "getJobDetail",
                    "getTrigger",
                    "getTriggersOfJob",
                    "getTriggerState",
                    "getTriggerGroupNames"),
            new Operations(
                    "java.lang:type=Threading",
                    "dumpAllThreads",
                    "findDeadlockedThreads",
                    "findMonitorDeadlockedThreads",
                    "getThreadInfo"));

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return true;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return switch (type) {
            case READ, LIST, EXEC, VERSION, SEARCH -> true;
            case WRITE, CONFIG, NOTIFICATION -> false;
        };
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
        return !isObjectNameHidden(mbean) && (attribute == null || !HIDDEN_ATTRIBUTES.contains(attribute));
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName mbean, String operation) {
        int signature = operation.indexOf('(');
        String name = signature < 0 ? operation : operation.substring(0, signature);
        return !isObjectNameHidden(mbean)
                && OPERATIONS.stream()
                        .anyMatch(allowed ->
                                allowed.mbeans().apply(mbean) && allowed.names().contains(name));
    }

    /** The {@link Gate} has looked at where a request comes from. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** Of another origin none; the {@link Gate} knows our own. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strictly) {
        return strictly;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName mbean) {
        return !DOMAINS.contains(mbean.getDomain()) || HIDDEN.stream().anyMatch(hidden -> hidden.apply(mbean));
    }
}
