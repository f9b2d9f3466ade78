package org.hrcamel.sandbox.jazzhr;

import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/**
 * JazzHR's web application, another host than its API: without a recruiter's session it answers every download with its sign-in page.
 *
 * <p>JazzHR contract, section 4: a résumé link may need a logged-in web session, which an API key does not give.
 */
final class WebApplication {

    private WebApplication() {}

    /** A download link of this application below the server's root. */
    static String downloadLink(String file) {
        return "/jazzhr/app/files/download/resume?url=" + file;
    }

    static Reply answer(Request request) {
        if (request.header("authorization").isPresent()
                || request.header("cookie").isPresent()
                || request.query("apikey").isPresent()) {
            request.violation("credentials sent to the web application");
        }
        return Reply.text(
                200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title><form>Sign in to JazzHR</form>");
    }
}
