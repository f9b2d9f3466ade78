package org.hrcamel.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a session that every form of a page carries: another site can make the operator's browser send a form, but cannot know
 * it.
 */
public final class CsrfToken {

    /** The name of the form's hidden field. */
    public static final String FIELD = "csrf";
    /** Where scripts put it instead. */
    public static final String HEADER = "X-CSRF-Token";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private CsrfToken() {}

    /** The token of the session, which is there for a page behind the login. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            throw new IllegalStateException("There is no session: the page is not behind the login");
        }
        synchronized (session) {
            String token = (String) session.getAttribute(CsrfToken.class.getName());
            if (token == null) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                session.setAttribute(CsrfToken.class.getName(), token);
            }
            return token;
        }
    }

    /** Whether the request carries the token of its session, in the field or the header. */
    public static boolean isIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        String given = request.getHeader(HEADER);
        if (given == null) {
            given = request.getParameter(FIELD);
        }
        return given != null
                && MessageDigest.isEqual(
                        of(request).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
