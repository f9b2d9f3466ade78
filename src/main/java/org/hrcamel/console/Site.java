package org.hrcamel.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hrcamel.validate.ConsoleSettings;
import org.jspecify.annotations.Nullable;

/** Where the console is: what it calls itself, and whether a request was meant for it and came from its own pages. */
final class Site {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Else a forged header would have a name looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*(:[0-9A-Fa-f.]*){2,}");

    private final String host;
    private final boolean loopback;
    private final Optional<URI> publicUrl;
    private final boolean openMetrics;

    Site(ConsoleSettings settings) {
        host = bracketed(settings.host().toLowerCase(Locale.ROOT));
        loopback = isLoopback(settings.host());
        publicUrl = settings.publicUrl();
        openMetrics = settings.openMetrics();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Whether only this machine can reach the console. */
    boolean isLoopback() {
        return loopback;
    }

    /** Whether browsers come over TLS, which a reverse proxy ends. */
    boolean isSecure() {
        return publicUrl.isPresent() && publicUrl.get().getScheme().equals("https");
    }

    /**
     * Whether the request names this console. On loopback a name that is none of this machine's is some other site's, whose owner makes
     * it point here to read with the operator's browser what the operator may read.
     */
    boolean isMeant(HttpServletRequest request) {
        String named = bracketed(request.getServerName().toLowerCase(Locale.ROOT));
        return !loopback
                || THIS_MACHINE.contains(named)
                || named.equals(host)
                || publicUrl
                        .filter(url -> bracketed(url.getHost().toLowerCase(Locale.ROOT))
                                .equals(named))
                        .isPresent();
    }

    /** Whether a browser sent this from a page of another site. Programs that are no browsers tell nothing, and are let through. */
    boolean isForeign(HttpServletRequest request) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null) {
            return !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals(own(request)) && !origin.equals(publicOrigin());
    }

    private static String own(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private @Nullable String publicOrigin() {
        return publicUrl.map(URI::toString).orElse(null);
    }

    /** Whether the request comes from this machine, and not through a reverse proxy on it. */
    boolean isLocal(HttpServletRequest request) {
        return openMetrics
                || loopback && request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null;
    }

    /** Who is at the other end; what a reverse proxy says of that counts only where one was set up, and runs on this machine. */
    String remoteAddress(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && publicUrl.isPresent() && isLoopback(request.getRemoteAddr())) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (ADDRESS.matcher(last).matches()) {
                return last;
            }
        }
        return request.getRemoteAddr();
    }
}
