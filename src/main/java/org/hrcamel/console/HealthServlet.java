package org.hrcamel.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.Health;
import org.hrcamel.runtime.Health.Trouble;
import org.hrcamel.runtime.HealthCheck;

/** {@code /health}, {@code /health/ready} and {@code /health/live} for supervisors: 200 or 503, and why. */
public final class HealthServlet extends HttpServlet {

    private final HealthCheck check;

    public HealthServlet(HealthCheck check) {
        this.check = check;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String probe = request.getPathInfo();
        if ("/live".equals(probe)) {
            answer(response, check.isLive(), JsonNodeFactory.instance.objectNode());
        } else if (probe == null || probe.equals("/ready")) {
            Health health = check.health();
            answer(response, health.ready(), json(health));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static ObjectNode json(Health health) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("live", health.live()).put("ready", health.ready());
        ArrayNode troubles = json.putArray("troubles");
        for (Trouble trouble : health.troubles()) {
            troubles.addObject()
                    .put("workflow", trouble.workflow())
                    .put("reason", trouble.reason())
                    .put("message", trouble.message());
        }
        return json;
    }

    private static void answer(HttpServletResponse response, boolean isUp, ObjectNode json) throws IOException {
        json.put("status", isUp ? "UP" : "DOWN");
        response.setStatus(isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.bytes(json));
    }
}
