package org.hrcamel.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jolokia.core.api.LogHandler;
import org.jolokia.server.core.config.Configuration;
import org.jolokia.server.core.http.AgentServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /hawtio/jolokia}: JMX over HTTP, as far as {@link JmxAccess} lets it through. */
final class JolokiaServlet extends AgentServlet {

    private static final Logger LOG = LoggerFactory.getLogger(JolokiaServlet.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;

    private final MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();
    private final JmxAccess access;

    JolokiaServlet(JmxAccess access) {
        super(access);
        this.access = access;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        try {
            ObjectName name = new ObjectName(HawtioPermissions.NAME);
            if (mbeans.isRegistered(name)) {
                mbeans.unregisterMBean(name);
            }
            mbeans.registerMBean(new HawtioPermissions(access), name);
        } catch (JMException failure) {
            throw new ServletException(failure);
        }
    }

    @Override
    public void destroy() {
        try {
            mbeans.unregisterMBean(new ObjectName(HawtioPermissions.NAME));
        } catch (JMException gone) {
            LOG.debug("{} was not there", HawtioPermissions.NAME, gone);
        }
        super.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (post && (type == null || !type.matches("(?i)(application|text)/json\\b.*"))) {
            // What a form of another site can send without being asked.
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send application/json");
        } else if (request.getParameter("callback") != null) {
            // Would make the answer a script, which other sites may load.
            response.sendError(FORBIDDEN, "No callback");
        } else if (request.getHeader("Sec-Fetch-Site") != null) {
            super.service(request, response);
        } else {
            serveProgram(request, response);
        }
    }

    /**
     * Jolokia tells in the answer alone what it refused; programs shall see it in the HTTP status, too. Browsers do not: Hawtio would log
     * its user out.
     */
    private void serveProgram(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HeldAnswer held = new HeldAnswer(response);
        super.service(request, held);
        if (isRefused(held.content())) {
            response.setStatus(FORBIDDEN);
        }
        response.getOutputStream().write(held.content());
    }

    private static boolean isRefused(byte[] content) throws IOException {
        JsonNode answer = JSON.readTree(content);
        if (answer.isArray() && !answer.isEmpty()) {
            for (JsonNode part : answer) {
                if (part.path("status").asInt() != FORBIDDEN) {
                    return false;
                }
            }
            return true;
        }
        return answer.path("status").asInt() == FORBIDDEN;
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
