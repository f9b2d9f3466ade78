package org.hrcamel.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that keep a browser from doing more with an answer than the console means. */
final class Headers {

    /** Our own pages: nothing inline, nothing from elsewhere. */
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Hawtio writes styles into its page, and its editor starts workers from memory. */
    private static final String HAWTIO = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self';"
            + " form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private Headers() {}

    static void put(HttpServletRequest request, HttpServletResponse response) {
        boolean hawtio = Gate.path(request).startsWith("/hawtio/");
        response.setHeader("Content-Security-Policy", hawtio ? HAWTIO : STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Not no-referrer: it has browsers send "Origin: null" with our own forms, and without TLS nothing else tells
        // where those are from.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
