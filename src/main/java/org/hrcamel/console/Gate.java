package org.hrcamel.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every request passes first: it must be meant for this console, must not be sent by another site's page if it changes anything,
 * and its sender must be logged in unless the page is open.
 */
final class Gate extends HttpFilter {

    private final Site site;
    private final Passwords passwords;
    private final Visitors visitors;
    private final Function<String, Access> access;

    /**
     * @param access by the path of a request
     */
    Gate(Site site, Passwords passwords, Visitors visitors, Function<String, Access> access) {
        this.site = site;
        this.passwords = passwords;
        this.visitors = visitors;
        this.access = access;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Headers.put(request, response);
        if (!site.isMeant(request)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "The console is not known by this name; hrcamel.console.public-url names it for a reverse proxy");
            return;
        }
        Access needed = access.apply(path(request));
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        // A GET of JMX may do something, too.
        if ((!reading || needed == Access.LOGIN_OR_BASIC) && site.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "Sent by a page of another site");
            return;
        }
        boolean entered = switch (needed) {
            case OPEN -> true;
            case LOGIN -> Login.user(request).isPresent();
            case LOCAL -> site.isLocal(request) || Login.user(request).isPresent() || basic(request, response);
            case LOGIN_OR_BASIC -> Login.user(request).isPresent() || basic(request, response);
        };
        if (entered) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            refuse(request, response, needed);
        }
    }

    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Whether name and password came along; answers by itself when it is too soon for another try. */
    private boolean basic(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String[]> given = credentials(request.getHeader("Authorization"));
        if (given.isEmpty()) {
            return false;
        }
        Passwords.Answer answer =
                passwords.check(visitors.of(request), given.get()[0], given.get()[1], Passwords.Occasion.REQUEST);
        if (answer instanceof Passwords.TooSoon soon) {
            response.setHeader("Retry-After", String.valueOf(soon.seconds()));
            response.sendError(429, "Too many wrong passwords");
        }
        return answer instanceof Passwords.Right;
    }

    private static Optional<String[]> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(text.split(":", 2)).filter(parts -> parts.length == 2);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Somebody who looks for a page is sent to the login; a script or a program is told. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Access needed)
            throws IOException {
        String accepted = request.getHeader("Accept");
        boolean page = needed == Access.LOGIN
                && request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html");
        if (!page) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "Log in first");
            return;
        }
        String wanted =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        response.sendRedirect(
                wanted.equals("/") ? "/login" : "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }
}
