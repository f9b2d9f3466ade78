package org.hrcamel.console.page;

import java.util.List;
import org.hrcamel.console.Access;
import org.hrcamel.console.Asset;
import org.hrcamel.console.AssetServlet;
import org.hrcamel.console.Page;
import org.hrcamel.runtime.Operations;

/** All that the run page consists of. */
public final class RunPage {

    private RunPage() {}

    public static List<Page> of(Operations operations) {
        Templates templates = new Templates();
        OverviewServlet overview = new OverviewServlet(operations, templates);
        return List.of(
                new Page("", Access.LOGIN, overview),
                new Page("/live", Access.LOGIN, overview),
                new Page("/workflows/*", Access.LOGIN, new WorkflowServlet(operations, templates)),
                file("/assets/page.css", Asset.of(RunPage.class, "page.css")),
                file("/assets/page.js", Asset.of(RunPage.class, "page.js")),
                file("/assets/chart.js", ChartLibrary.script()));
    }

    private static Page file(String path, Asset asset) {
        return new Page(path, Access.LOGIN, new AssetServlet(asset));
    }
}
