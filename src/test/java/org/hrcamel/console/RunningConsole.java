package org.hrcamel.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.hrcamel.console.page.RunPage;
import org.hrcamel.runtime.HrCamelRuntime;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.validate.ConsoleSettings;
import org.hrcamel.workflow.RunRequest;

/** The five workflows against simulated vendors, with the console before them, on a port of its own. */
public final class RunningConsole implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery staple";

    private final LiveFolder folder;
    private final HrCamelRuntime runtime;
    private final Console console;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    /**
     * @param profiles how many people each simulated vendor knows
     */
    public RunningConsole(Path directory, int profiles) {
        this(directory, profiles, folder -> {});
    }

    /**
     * @param prepared told the folder before anything starts
     */
    public RunningConsole(Path directory, int profiles, Consumer<LiveFolder> prepared) {
        forgetOtherContexts();
        folder = new LiveFolder(directory, profiles, LiveFolder.ALL)
                .set("hrcamel.console.port", "0")
                .set("hrcamel.console.password", PASSWORD);
        prepared.accept(folder);
        runtime = folder.start();
        List<Page> pages = new ArrayList<>(RunPage.of(runtime.operations()));
        pages.add(new Page("/health/*", Access.LOCAL, new HealthServlet(runtime.health())));
        console = new Console(
                        ConsoleSettings.of(folder.project().settings()),
                        pages,
                        InstantSource.system(),
                        new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .start();
    }

    /** Hawtio would show contexts that earlier tests of this process left in JMX beside ours, and open none of them. */
    private static void forgetOtherContexts() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (ObjectName left : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
                server.unregisterMBean(left);
            }
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String url() {
        return console.url();
    }

    public LiveFolder folder() {
        return folder;
    }

    public HrCamelRuntime runtime() {
        return runtime;
    }

    /** One run of each workflow. */
    public void runAll() {
        LiveFolder.ALL.forEach(workflow -> runtime.run(workflow, RunRequest.AS_SET));
    }

    @Override
    public void close() {
        console.close();
        folder.close();
    }
}
