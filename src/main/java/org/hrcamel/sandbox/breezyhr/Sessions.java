package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Sign-in, sign-out and the check of tokens (Breezy HR contract, section 1). Thread safe. */
final class Sessions {

    /** A session ends when it was not used for so long. */
    private static final Duration LIFE = Duration.ofDays(30);

    private final Clock clock;
    private final Map<String, Instant> lastUse = new ConcurrentHashMap<>();
    private volatile int invalidStatus = 400;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    void invalidStatus(int status) {
        invalidStatus = status;
    }

    int open() {
        return lastUse.size();
    }

    void endAll() {
        lastUse.clear();
    }

    Reply signIn(Request request) {
        Optional<JsonNode> body = json(request);
        String email = body.map(json -> json.path("email").asText("")).orElse("");
        String password = body.map(json -> json.path("password").asText("")).orElse("");
        if (email.isEmpty()) {
            return BreezyError.invalid(request, "signinEmailError", "an email is required.");
        }
        if (password.isEmpty()) {
            return BreezyError.invalid(request, "signinPasswordError", "a password is required.");
        }
        if (!email.equals(SimulatedBreezyhr.EMAIL) || !password.equals(SimulatedBreezyhr.PASSWORD)) {
            return BreezyError.typed(401, "signinFailure", "email or password incorrect.");
        }
        String token = UUID.randomUUID().toString();
        lastUse.put(token, clock.instant());
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("access_token", token);
        answer.putObject("user");
        return Reply.json(200, answer);
    }

    Reply signOut(Request request) {
        String token = request.header("authorization").orElse("");
        if (lastUse.remove(token) == null) {
            request.violation("signed out with a token that is no session's");
        }
        return Reply.empty(204);
    }

    /** Why this request may not pass, or empty. Uses of a session prolong it. */
    Optional<Reply> refuse(Request request) {
        Optional<String> token = request.header("authorization");
        if (token.isEmpty()) {
            return Optional.of(BreezyError.typed(400, "missingAccessToken", "an access token is required."));
        }
        if (token.get().toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            request.violation("the token must be sent without Bearer");
        }
        if (token.get().equals(SimulatedBreezyhr.PERSONAL_TOKEN)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant used =
                lastUse.computeIfPresent(token.get(), (known, last) -> now.isAfter(last.plus(LIFE)) ? null : now);
        return used == null
                ? Optional.of(BreezyError.typed(invalidStatus, "invalidAccessToken", "the access token is invalid."))
                : Optional.empty();
    }

    /** The body of a request that says it is JSON, and is. */
    static Optional<JsonNode> json(Request request) {
        boolean said = request.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                .isPresent();
        return said ? request.json() : Optional.empty();
    }
}
