package org.hrcamel.console.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.console.CsrfToken;
import org.hrcamel.http.Json;
import org.hrcamel.runtime.Operations;
import org.hrcamel.runtime.WorkflowView;

/**
 * {@code /workflows/<id>}: one workflow. Below it: {@code /live} changes all the time, {@code /parts} now and then, {@code /runs.json} is
 * for the chart, and forms are sent to what {@link Buttons} knows.
 */
final class WorkflowServlet extends HttpServlet {

    private static final int RUNS = 50;

    private final Operations operations;
    private final Templates templates;
    private final Buttons buttons;

    WorkflowServlet(Operations operations, Templates templates) {
        this.operations = operations;
        this.templates = templates;
        this.buttons = new Buttons(operations);
    }

    /** The workflow and the rest of the path. */
    private record Wanted(String id, String rest) {

        static Wanted of(HttpServletRequest request) {
            String path =
                    request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
            int slash = path.indexOf('/');
            return slash < 0 ? new Wanted(path, "") : new Wanted(path.substring(0, slash), path.substring(slash + 1));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wanted wanted = Wanted.of(request);
        Optional<WorkflowView> view = operations.workflow(wanted.id());
        if (view.isEmpty() || !wanted.rest().matches("|live|parts|runs\\.json")) {
            templates.write(request, response, HttpServletResponse.SC_NOT_FOUND, "missing", Map.of("id", wanted.id()));
            return;
        }
        if (wanted.rest().equals("live")) {
            show(request, response, "workflow-live", WorkflowModel.brief(operations, view.get()), Flash.NONE);
            return;
        }
        WorkflowModel workflow = WorkflowModel.whole(operations, view.get(), RUNS);
        switch (wanted.rest()) {
            case "runs.json" -> writeRuns(response, workflow);
            case "parts" -> show(request, response, "workflow-parts", workflow, Flash.NONE);
            default -> show(request, response, "workflow", workflow, Flash.take(request));
        }
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            WorkflowModel workflow,
            Flash flash)
            throws IOException {
        templates.write(
                request, response, HttpServletResponse.SC_OK, template, Map.of("workflow", workflow, "flash", flash));
    }

    /** Oldest first, as a chart reads. */
    private static void writeRuns(HttpServletResponse response, WorkflowModel workflow) throws IOException {
        ArrayNode runs = JsonNodeFactory.instance.arrayNode();
        for (RunRow run : workflow.runs()) {
            runs.insertObject(0)
                    .put("started", run.started().machine())
                    .put("status", run.status())
                    .put("written", run.counts().written())
                    .put("unchanged", run.counts().unchanged() + run.counts().skipped())
                    .put("failed", run.counts().failed())
                    .put("seconds", run.seconds());
        }
        response.setContentType("application/json");
        response.getOutputStream().write(Json.bytes(runs));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!CsrfToken.isIn(request)) {
            templates.write(request, response, HttpServletResponse.SC_FORBIDDEN, "stale", Map.of());
            return;
        }
        Wanted wanted = Wanted.of(request);
        Optional<Flash> done = operations.workflow(wanted.id()).isEmpty()
                ? Optional.empty()
                : buttons.press(wanted.id(), wanted.rest(), request);
        if (done.isEmpty()) {
            templates.write(request, response, HttpServletResponse.SC_NOT_FOUND, "missing", Map.of("id", wanted.id()));
            return;
        }
        done.get().put(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/workflows/" + Urls.segment(wanted.id()));
    }
}
