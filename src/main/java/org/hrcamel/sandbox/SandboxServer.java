package org.hrcamel.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the sandbox, on loopback: {@code http://127.0.0.1:PORT/<vendor>/…} goes to that simulated vendor. */
public final class SandboxServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;
    private final Map<String, SimulatedVendor> vendors = new HashMap<>();
    private final ConnectionStatistics connections = new ConnectionStatistics();
    private final Ledger ledger = new Ledger();
    private final Faults faults = new Faults();
    private final Duration latency;
    private final InstantSource clock;

    /**
     * @param port 0 for a free one
     * @param latency how long every answer takes at least
     */
    public SandboxServer(int port, Duration latency, List<? extends SimulatedVendor> vendors) {
        this(port, latency, vendors, InstantSource.system());
    }

    /**
     * @param clock what answers show as {@code Date}
     */
    SandboxServer(int port, Duration latency, List<? extends SimulatedVendor> vendors, InstantSource clock) {
        this.latency = latency;
        this.clock = clock;
        vendors.forEach(vendor -> this.vendors.put(vendor.name(), vendor));
        QueuedThreadPool threads = new QueuedThreadPool(256, 8);
        threads.setName("sandbox");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        // Doubled and encoded slashes must reach the vendors, which refuse and note them; by default Jetty refuses them
        // itself.
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new Dispatch());
    }

    public SandboxServer start() {
        try {
            server.start();
            return this;
        } catch (Exception failure) {
            throw new IllegalStateException("The sandbox cannot listen: " + failure.getMessage(), failure);
        }
    }

    /** Address without a trailing slash, such as {@code http://127.0.0.1:4711}. */
    public String root() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** How many connections clients have opened so far. */
    public long connections() {
        return connections.getConnectionsTotal();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private final class Dispatch extends Handler.Abstract {

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback)
                throws Exception {
            String path = request.getHttpURI().getPath();
            int end = path.indexOf('/', 1);
            String name = path.substring(1, end < 0 ? path.length() : end);
            SimulatedVendor vendor = vendors.get(name);
            if (vendor == null) {
                Response.writeError(request, response, callback, 404, "No such simulated vendor");
                return true;
            }
            Request received = new Request(
                    name,
                    request.getMethod(),
                    "http://" + request.getHttpURI().getAuthority(),
                    end < 0 ? "/" : path.substring(end),
                    request.getHttpURI().getQuery(),
                    headers(request),
                    BufferUtil.toArray(Content.Source.asByteBuffer(request)),
                    ledger);
            Reply reply = answer(received, vendor);
            ledger.add(received, reply);
            send(reply, response, callback);
            return true;
        }

        /** Latency passes after the answer was worked out, so that requests at the same time overlap for the vendor too. */
        private Reply answer(Request received, SimulatedVendor vendor) throws InterruptedException {
            try {
                Reply reply = faults.apply(received, vendor);
                if (!latency.isZero()) {
                    TimeUnit.NANOSECONDS.sleep(latency.toNanos());
                }
                return reply;
            } finally {
                received.answered();
            }
        }

        private void send(Reply reply, Response response, Callback callback) {
            response.setStatus(reply.status());
            response.getHeaders()
                    .put(
                            "Date",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    clock.instant().atOffset(ZoneOffset.UTC)));
            reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            if (reply.cut()) {
                response.getHeaders().put("Content-Length", Math.max(2, reply.body().length));
                ByteBuffer half = ByteBuffer.wrap(reply.body(), 0, reply.body().length / 2);
                response.write(
                        false, half, Callback.from(() -> callback.failed(new IOException("cut")), callback::failed));
            } else {
                response.getHeaders().put("Content-Length", reply.body().length);
                response.write(true, ByteBuffer.wrap(reply.body()), callback);
            }
        }

        private Map<String, String> headers(org.eclipse.jetty.server.Request request) {
            Map<String, String> headers = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.merge(field.getName().toLowerCase(Locale.ROOT), field.getValue(), (a, b) -> a + "," + b);
            }
            return headers;
        }
    }
}
