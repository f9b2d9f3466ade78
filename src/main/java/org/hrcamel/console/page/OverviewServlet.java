package org.hrcamel.console.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hrcamel.runtime.Operations;

/** {@code /}: all workflows at a glance; {@code /live} is the part of it that changes. */
final class OverviewServlet extends HttpServlet {

    private final Operations operations;
    private final Templates templates;

    OverviewServlet(Operations operations, Templates templates) {
        this.operations = operations;
        this.templates = templates;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean live = request.getServletPath().equals("/live");
        List<WorkflowModel> workflows = operations.workflows().stream()
                .map(view -> WorkflowModel.brief(operations, view))
                .toList();
        List<ProblemLine> problems =
                operations.problems().stream().map(ProblemLine::of).toList();
        Map<String, Object> model =
                Map.of("workflows", workflows, "problems", problems, "flash", live ? Flash.NONE : Flash.take(request));
        templates.write(request, response, HttpServletResponse.SC_OK, live ? "overview-live" : "overview", model);
    }
}
