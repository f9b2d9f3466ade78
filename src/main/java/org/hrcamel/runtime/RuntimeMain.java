package org.hrcamel.runtime;

import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;

/**
 * Camel's main program with a context that takes in one route after the other in a time that does not grow with their number, and in a
 * heap that grows by little.
 */
final class RuntimeMain extends Main {

    @Override
    protected CamelContext createCamelContext() {
        CamelContext context = new Context();
        context.getCamelContextExtension().setRegistry(registry);
        if (configure().isJmxEnabled()) {
            context.getCamelContextExtension().setManagementMBeanAssembler(new ManagedObjects(context));
        }
        return context;
    }

    private static final class Context extends DefaultCamelContext {

        Context() {
            super(false);
        }

        /** Before it adds a route, Camel removes an older one of that id, and looks through all others even if there is none. */
        @Override
        protected boolean removeRoute(String routeId, LoggingLevel level) throws Exception {
            boolean known = getRouteServices().containsKey(routeId) || getRouteDefinition(routeId) != null;
            return known && super.removeRoute(routeId, level);
        }
    }
}
