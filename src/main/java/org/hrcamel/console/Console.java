package org.hrcamel.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionCookieConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hrcamel.validate.ConsoleSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server in the process of the runtime: one login for Hawtio and for the pages that are mounted. What no page is mounted for
 * wants the login too, so that nothing is open by oversight.
 */
public final class Console implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final Duration IDLE_SESSION = Duration.ofHours(8);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(2);
    private static final int MOST_THREADS = 24;
    private static final int LARGEST_REQUEST = 1_000_000;
    private static final String SESSION_COOKIE = "hrcamel-session";

    private final ConsoleSettings settings;
    private final Site site;
    private final Server server;
    private final ServerConnector connector;
    private final PathMappings<Access> access = new PathMappings<>();

    /**
     * @param pages what is served besides Hawtio
     */
    public Console(ConsoleSettings settings, List<Page> pages) {
        this(settings, pages, InstantSource.system(), System.err);
    }

    /**
     * @param clock of the pauses after wrong passwords
     * @param terminal where a generated password is shown
     */
    Console(ConsoleSettings settings, List<Page> pages, InstantSource clock, PrintStream terminal) {
        this.settings = settings;
        this.site = new Site(settings);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("console");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        SizeLimitHandler limited = new SizeLimitHandler(LARGEST_REQUEST, -1);
        limited.setHandler(context(pages, clock, terminal));
        server.setHandler(new GracefulHandler(limited));
        server.setStopTimeout(TIME_TO_FINISH.toMillis());
    }

    private ServletContextHandler context(List<Page> pages, InstantSource clock, PrintStream terminal) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        AdminPassword password = AdminPassword.of(settings, terminal);
        Passwords passwords = new Passwords(password, new LoginThrottle(clock));
        Visitors visitors = new Visitors(site, password);
        context.addFilter(
                new FilterHolder(new Gate(site, passwords, visitors, this::access)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        mount(context, new Page("/login", Access.OPEN, new LoginServlet(passwords, visitors)));
        mount(context, new Page("/logout", Access.OPEN, new LogoutServlet()));
        for (Asset asset : List.of(Asset.STYLE, Asset.ICON)) {
            mount(context, new Page("/assets/" + asset.name(), Access.OPEN, new AssetServlet(asset)));
        }
        mount(context, new Page("/hawtio/*", Access.LOGIN, new HawtioServlet()));
        mount(context, new Page("/hawtio/auth/logout", Access.OPEN, new LogoutServlet()));
        mountJolokia(context);
        pages.forEach(page -> mount(context, page));
        if (pages.stream().noneMatch(page -> page.path().isEmpty())) {
            mount(context, new Page("", Access.LOGIN, new RedirectServlet("/hawtio/")));
        }
        sessions(context);
        ErrorHandler errors = new ErrorHandler();
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        errors.setShowOrigin(false);
        context.setErrorHandler(errors);
        return context;
    }

    private void mount(ServletContextHandler context, Page page) {
        context.addServlet(new ServletHolder(page.servlet()), page.path());
        access.put(new ServletPathSpec(page.path()), page.access());
    }

    private void mountJolokia(ServletContextHandler context) {
        ServletHolder jolokia = new ServletHolder(new JolokiaServlet(new JmxAccess()));
        jolokia.setInitParameter("includeStackTrace", "false");
        jolokia.setInitParameter("discoveryEnabled", "false");
        jolokia.setInitParameter("mimeType", "application/json");
        context.addServlet(jolokia, "/hawtio/jolokia/*");
        access.put(new ServletPathSpec("/hawtio/jolokia/*"), Access.LOGIN_OR_BASIC);
    }

    private void sessions(ServletContextHandler context) {
        context.getSessionHandler().setMaxInactiveInterval((int) IDLE_SESSION.toSeconds());
        SessionCookieConfig cookie = context.getServletContext().getSessionCookieConfig();
        cookie.setName(SESSION_COOKIE);
        cookie.setHttpOnly(true);
        cookie.setSecure(site.isSecure());
        cookie.setAttribute("SameSite", "Strict");
    }

    private Access access(String path) {
        MatchedResource<Access> mapped = access.getMatched(path);
        return mapped == null ? Access.LOGIN : mapped.getResource();
    }

    /**
     * Begins to listen.
     *
     * @throws IllegalStateException when it cannot, with a sentence that names the setting to change
     */
    public Console start() {
        try {
            server.start();
            if (!site.isLoopback() && !site.isSecure()) {
                LOG.warn(
                        "The console listens on {} without TLS, so passwords can be read on their way. Put a reverse proxy with TLS before"
                                + " it and name it in hrcamel.console.public-url, or set hrcamel.console.host = 127.0.0.1",
                        settings.host());
            }
            return this;
        } catch (Exception failure) {
            close();
            throw new IllegalStateException(
                    "The console cannot listen on %s port %d (hrcamel.console.host, hrcamel.console.port): %s"
                            .formatted(settings.host(), settings.port(), root(failure)),
                    failure);
        }
    }

    private static @Nullable String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Address without a trailing slash, such as {@code http://127.0.0.1:8181}. */
    public String url() {
        String host = settings.host().contains(":") && !settings.host().startsWith("[")
                ? "[" + settings.host() + "]"
                : settings.host();
        return "http://" + host + ":" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
