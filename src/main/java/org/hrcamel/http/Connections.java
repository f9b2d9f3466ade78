package org.hrcamel.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The two pools of kept-open connections: one for the addresses that the operator set, one for addresses that came from elsewhere. */
public enum Connections {
    /** Any address: for the vendors' own base URLs. */
    TRUSTED("trustedConnections", SystemDefaultDnsResolver.INSTANCE),
    /**
     * Public addresses only: a file link in somebody's data must not reach the operator's own network. Checked where the name is
     * resolved, so that a name cannot lead elsewhere a moment later.
     */
    PUBLIC("publicConnections", new PublicAddresses());

    private static final int MOST = 512;

    private final String bean;
    private final DnsResolver resolver;

    Connections(String bean, DnsResolver resolver) {
        this.bean = bean;
        this.resolver = resolver;
    }

    /** Name in the registry. */
    String bean() {
        return bean;
    }

    /** Loads what connections need once in a process: the certificates that are trusted, and the list of public domains. */
    public static void prepare() {
        DefaultClientTlsStrategy.createDefault();
    }

    /** Binds both pools and switches off what camel-http does behind a caller's back: repeating, following, remembering. */
    public static void configure(CamelContext context, String userAgent) {
        for (Connections connections : values()) {
            HttpClientConnectionManager pool = connections.pool();
            context.getRegistry().bind(connections.bean, new SharedPool(pool));
            context.addLifecycleStrategy(new LifecycleStrategySupport() {
                @Override
                public void onContextStopped(CamelContext stopped) {
                    pool.close(CloseMode.GRACEFUL);
                }
            });
        }
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent http = context.getComponent(scheme, HttpComponent.class);
            http.setAutomaticRetriesDisabled(true);
            http.setRedirectHandlingDisabled(true);
            http.setCookieManagementDisabled(true);
            http.setAuthCachingDisabled(true);
            // Compressed answers are asked for and read by AnswerReader, which can give up in the midst of one.
            http.setContentCompressionDisabled(true);
            http.setConnectionRequestTimeout(Times.SLOT.toMilliseconds());
            http.setUserAgent(userAgent);
            http.setCopyHeaders(false);
        }
    }

    private HttpClientConnectionManager pool() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Times.CONNECT)
                        .setTimeToLive(Times.LIFE)
                        .setValidateAfterInactivity(Times.IDLE)
                        .build())
                .build();
    }

    /** A pool of which no single user disposes: an endpoint that is replaced would close it under all others. */
    private record SharedPool(HttpClientConnectionManager pool) implements HttpClientConnectionManager {

        @Override
        public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, Object state) {
            return pool.lease(id, route, timeout, state);
        }

        @Override
        public void release(ConnectionEndpoint endpoint, Object state, TimeValue keepAlive) {
            pool.release(endpoint, state, keepAlive);
        }

        @Override
        public void connect(ConnectionEndpoint endpoint, TimeValue timeout, HttpContext context) throws IOException {
            pool.connect(endpoint, timeout, context);
        }

        @Override
        public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
            pool.upgrade(endpoint, context);
        }

        @Override
        public void close(CloseMode mode) {
            // Closed when Camel is.
        }

        @Override
        public void close() {
            // Likewise.
        }
    }

    /** Times that no vendor's contract asks to be otherwise. */
    private static final class Times {
        static final Timeout CONNECT = Timeout.ofSeconds(10);
        static final Timeout SLOT = Timeout.ofMinutes(3);
        static final TimeValue LIFE = TimeValue.ofMinutes(5);
        static final TimeValue IDLE = TimeValue.ofSeconds(5);
    }

    /** Refuses names that lead to loopback, link-local, private or otherwise special addresses. */
    private static final class PublicAddresses implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (Arrays.stream(addresses).anyMatch(NetworkAddresses::isInternal)) {
                throw new UnknownHostException("an address inside the operator's network is not called");
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }
}
