package org.hrcamel.console.page;

import java.util.List;
import org.hrcamel.console.Access;
import org.hrcamel.console.Page;
import org.hrcamel.runtime.Operations;

/** All that the run page consists of. */
public final class RunPage {

    private static final String CHART = "/META-INF/resources/webjars/chart.js/4.4.4/dist/chart.umd.js";

    private RunPage() {}

    public static List<Page> of(Operations operations) {
        Templates templates = new Templates();
        OverviewServlet overview = new OverviewServlet(operations, templates);
        return List.of(
                new Page("", Access.LOGIN, overview),
                new Page("/live", Access.LOGIN, overview),
                new Page("/workflows/*", Access.LOGIN, new WorkflowServlet(operations, templates)),
                new Page("/assets/page.css", Access.LOGIN, new FileServlet("page.css", "text/css;charset=utf-8")),
                new Page("/assets/page.js", Access.LOGIN, new FileServlet("page.js", "text/javascript;charset=utf-8")),
                new Page("/assets/chart.js", Access.LOGIN, new FileServlet(CHART, "text/javascript;charset=utf-8")));
    }
}
