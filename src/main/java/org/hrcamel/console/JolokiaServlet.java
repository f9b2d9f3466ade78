package org.hrcamel.console;

import jakarta.servlet.ServletConfig;
import org.jolokia.core.api.LogHandler;
import org.jolokia.server.core.config.Configuration;
import org.jolokia.server.core.http.AgentServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /hawtio/jolokia}: JMX over HTTP, as far as {@link JmxAccess} lets it through. */
final class JolokiaServlet extends AgentServlet {

    private static final Logger LOG = LoggerFactory.getLogger(JolokiaServlet.class);

    JolokiaServlet() {
        super(new JmxAccess());
    }

    @Override
    protected LogHandler createLogHandler(ServletConfig servlet, Configuration configuration) {
        return new LogHandler() {
            @Override
            public void debug(String message) {
                LOG.trace("{}", message);
            }

            @Override
            public void info(String message) {
                LOG.debug("{}", message);
            }

            @Override
            public void error(String message, Throwable failure) {
                LOG.debug("{}", message, failure);
            }

            @Override
            public boolean isDebug() {
                return LOG.isTraceEnabled();
            }
        };
    }
}
