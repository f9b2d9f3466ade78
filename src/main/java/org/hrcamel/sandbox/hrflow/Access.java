package org.hrcamel.sandbox.hrflow;

import java.util.List;
import java.util.Optional;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Who may call: both headers on every call, and a key with the permission of the call (HrFlow contract, sections 1 and 5). */
final class Access {

    /** Header names that stand in wrong documentation and in wrong clients; HrFlow ignores them. */
    private static final List<String> WRONG_HEADERS =
            List.of("x-api-user-email", "x-user_email", "x-pi-key", "x-api-secret", "authorization");

    private Access() {}

    /** The refusal of this request, if it is refused. Its message repeats the key, as HrFlow's does. */
    static Optional<Reply> refusal(Request request) {
        WRONG_HEADERS.stream()
                .filter(header -> request.header(header).isPresent())
                .forEach(header -> request.violation("header " + header + " is not HrFlow's"));
        String key = request.header("x-api-key").orElse("");
        String needed = request.method().equals("GET") ? "read" : "write";
        String permission = permission(key);
        boolean user = request.header("x-user-email")
                .filter(SimulatedHrflow.API_USER::equals)
                .isPresent();
        if (user && (permission.equals("all") || permission.equals(needed))) {
            return Optional.empty();
        }
        return Optional.of(
                Envelope.failure(401, "Unauthorized. Invalid secret key: " + key + " for permission: " + needed));
    }

    static String permission(String key) {
        return switch (key) {
            case SimulatedHrflow.API_SECRET -> "all";
            case SimulatedHrflow.READ_SECRET -> "read";
            case SimulatedHrflow.WRITE_SECRET -> "write";
            default -> "none";
        };
    }
}
