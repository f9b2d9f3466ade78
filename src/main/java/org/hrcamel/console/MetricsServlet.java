package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hrcamel.runtime.Metrics;

/** {@code /metrics} for Prometheus. */
public final class MetricsServlet extends HttpServlet {

    private final Metrics metrics;

    public MetricsServlet(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Metrics.CONTENT_TYPE);
        response.getOutputStream().write(text);
    }
}
