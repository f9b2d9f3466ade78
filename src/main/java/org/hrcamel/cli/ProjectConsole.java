package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.console.Access;
import org.hrcamel.console.Console;
import org.hrcamel.console.HealthServlet;
import org.hrcamel.console.MetricsServlet;
import org.hrcamel.console.Page;
import org.hrcamel.console.page.RunPage;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.validate.ConsoleSettings;
import org.hrcamel.validate.Project;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console of a runtime, if it is wanted and can be had: without it the workflows run all the same. */
final class ProjectConsole implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectConsole.class);

    private final @Nullable Console console;

    private ProjectConsole(@Nullable Console console) {
        this.console = console;
    }

    static ProjectConsole start(Project project, HrCamelRuntime runtime) {
        ConsoleSettings settings = ConsoleSettings.of(project.settings());
        if (!settings.enabled()) {
            return new ProjectConsole(null);
        }
        try {
            Console console = new Console(settings, pages(runtime)).start();
            LOG.info("The console is at {}", console.url());
            return new ProjectConsole(console);
        } catch (RuntimeException failure) {
            LOG.error("{}. The workflows run without the console", failure.getMessage());
            return new ProjectConsole(null);
        }
    }

    private static List<Page> pages(HrCamelRuntime runtime) {
        List<Page> pages = new ArrayList<>(RunPage.of(runtime.operations()));
        pages.add(new Page("/health/*", Access.LOCAL, new HealthServlet(runtime.health())));
        runtime.metrics()
                .ifPresent(metrics -> pages.add(new Page("/metrics", Access.LOCAL, new MetricsServlet(metrics))));
        return pages;
    }

    /** Only where there is a console. */
    String url() {
        if (console == null) {
            throw new IllegalStateException("There is no console");
        }
        return console.url();
    }

    @Override
    public void close() {
        if (console != null) {
            console.close();
        }
    }
}
