package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /login}: asks for the password, and leads on to the page that was wanted. */
final class LoginServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);

    private final Passwords passwords;
    private final Visitors visitors;

    LoginServlet(Passwords passwords, Visitors visitors) {
        this.passwords = passwords;
        this.visitors = visitors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Login.user(request).isPresent()) {
            response.sendRedirect(wanted(request));
            return;
        }
        show(request, response, HttpServletResponse.SC_OK, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = visitors.of(request);
        Passwords.Answer answer =
                passwords.check(visitor, text(request, "user"), text(request, "password"), Passwords.Occasion.LOGIN);
        if (answer instanceof Passwords.Right) {
            String wanted = wanted(request);
            Login.begin(request, AdminPassword.USER);
            visitors.remember(response);
            LOG.info("Login to the console from {}", visitor.address());
            // 303: the browser is not to send the password there too.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", wanted);
        } else if (answer instanceof Passwords.TooSoon soon) {
            response.setHeader("Retry-After", String.valueOf(soon.seconds()));
            show(request, response, 429, "Too many wrong passwords. Try again in " + soon.seconds() + " s.");
        } else {
            show(request, response, HttpServletResponse.SC_UNAUTHORIZED, "User or password is wrong.");
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Asset.LOGIN_PAGE.filled(Map.of(
                        "to", wanted(request), "message", message, "shown", message.isEmpty() ? "hidden" : "shown")));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** A page of this console, never another site's: browsers take {@code //name} and {@code /\name} for one. */
    private static String wanted(HttpServletRequest request) {
        String to = text(request, "to");
        boolean ours = to.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?")
                && !to.startsWith("/login")
                && !to.startsWith("/logout");
        return ours ? to : "/";
    }
}
