package org.hrcamel.sandbox.flatchr;

import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Request;

/** Whether a request brings the API key where Flatchr takes it. Flatchr contract, sections 1 and 4 and section 10, U2. */
final class Credentials {

    /** Query parameters that carry a key, wherever they stand. */
    static final Set<String> PARAMETERS = Set.of("token", "api_key");

    private Credentials() {}

    /**
     * @param inQuery whether the route is documented with the key in its query
     */
    static boolean accepted(Request request, boolean inQuery) {
        if (request.query("api_key").isPresent()) {
            request.violation("the obsolete parameter api_key");
        }
        Optional<String> token = request.query("token");
        if (token.isPresent() != inQuery) {
            request.violation(inQuery ? "the CV route without token" : "token in the query");
        }
        boolean byQuery = token.filter(SimulatedFlatchr.API_KEY::equals).isPresent();
        if (inQuery) {
            return byQuery;
        }
        Optional<String> header = request.header("authorization");
        if (header.isPresent() && !header.get().startsWith("Bearer ")) {
            request.violation("an Authorization header that is not Bearer");
        }
        if (header.isEmpty() && token.isEmpty()) {
            request.violation("no key");
        }
        return byQuery
                || header.filter(("Bearer " + SimulatedFlatchr.API_KEY)::equals).isPresent();
    }
}
