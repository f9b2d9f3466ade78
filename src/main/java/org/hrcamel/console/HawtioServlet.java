package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code /hawtio/…}: the files of Hawtio's console, and the answers it asks its server for. The login is the console's own, so Hawtio
 * is told who is in and never asks; it has no plugins, no proxy and no other JVMs to go to.
 */
final class HawtioServlet extends HttpServlet {

    /** Where the files are on the class path. */
    private static final String FILES = "/hawtio-static";

    private static final Map<String, String> ANSWERS = Map.of(
            "/user", "\"" + AdminPassword.USER + "\"",
            "/plugin", "[]",
            "/preset-connections", "[]",
            "/auth/config/login", "[]",
            "/auth/config/oidc", "[]",
            "/auth/config/session-timeout", "{\"timeout\":-1}",
            "/keycloak/enabled", "false",
            "/proxy/enabled", "false",
            "/refresh", "{}");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (ANSWERS.containsKey(path)) {
            response.setContentType("application/json");
            response.getOutputStream().write(ANSWERS.get(path).getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/hawtconfig.json")) {
            response.setContentType("application/json");
            response.getOutputStream().write(Asset.HAWTIO_CONFIG.content());
        } else if (path.substring(path.lastIndexOf('/')).contains(".")) {
            send(path, response);
        } else if (path.startsWith("/auth/") || path.startsWith("/keycloak/") || path.startsWith("/proxy/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            // A page of the console: its script looks at the address.
            send("/index.html", response);
        }
    }

    private static void send(String path, HttpServletResponse response) throws IOException {
        // Jetty has resolved and refused what climbs out of the folder.
        try (InputStream file = HawtioServlet.class.getResourceAsStream(FILES + path)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(MediaTypes.of(path));
            // These have a hash of their content in their names.
            response.setHeader(
                    "Cache-Control", path.startsWith("/static/") ? "private, max-age=31536000, immutable" : "no-cache");
            file.transferTo(response.getOutputStream());
        }
    }
}
