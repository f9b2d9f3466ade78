package org.hrcamel.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is logged in, kept in the HTTP session. */
final class Login {

    private static final String USER = Login.class.getName();

    private Login() {}

    static Optional<String> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(USER));
    }

    /** Begins a session of its own, so that an id somebody knew before is worth nothing after. */
    static void begin(HttpServletRequest request, String user) {
        end(request);
        request.getSession(true).setAttribute(USER, user);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
