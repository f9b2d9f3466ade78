package org.hrcamel.sandbox.greenhouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrcamel.sandbox.RateLimit;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** What stands before every Harvest endpoint: credentials, permission, rate limits and their headers. Thread safe. */
final class GreenhouseGate {

    private static final int UNLIMITED = 1_000_000;
    private static final String BEARER = "Bearer ";

    private final TokenEndpoint tokens;
    private final Clock clock;
    private volatile RateLimit limit;
    private volatile RateLimit legacyLimit;
    private volatile RateLimit tokenLimit;
    private volatile boolean siteAdmin = true;
    private volatile boolean retired;

    GreenhouseGate(TokenEndpoint tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        limit(UNLIMITED);
        legacyLimit(UNLIMITED);
        tokenLimit(UNLIMITED);
    }

    void limit(int requests) {
        limit = new RateLimit(requests, Duration.ofSeconds(30), Integer.MAX_VALUE, clock);
    }

    void legacyLimit(int requests) {
        legacyLimit = new RateLimit(requests, Duration.ofSeconds(10), Integer.MAX_VALUE, clock);
    }

    void tokenLimit(int requests) {
        tokenLimit = new RateLimit(requests, Duration.ofSeconds(60), Integer.MAX_VALUE, clock);
    }

    void siteAdmin(boolean admin) {
        siteAdmin = admin;
    }

    void retired(boolean gone) {
        retired = gone;
    }

    Reply token(Request request, Supplier<Reply> endpoint) {
        RateLimit.Permit permit = tokenLimit.enter(request, "token", "token");
        return permit.granted() ? endpoint.get() : tooMany(permit, false);
    }

    /** The headers are on every answer, errors too (Greenhouse contract, section 6). */
    Reply v3(Request request, Supplier<Reply> endpoint) {
        tidy(request);
        Optional<Reply> refusal = refuseBearer(request);
        RateLimit.Permit permit = limit.enter(request, refusal.isPresent() ? "stranger" : "client", "v3");
        if (!permit.granted()) {
            return tooMany(permit, true);
        }
        Reply reply =
                refusal.orElseGet(() -> siteAdmin ? endpoint.get() : Reply.json(403, "{\"message\":\"Forbidden\"}"));
        return headers(reply, permit, true);
    }

    Reply v1(Request request, Supplier<Reply> endpoint) {
        if (retired) {
            return Reply.text(410, "text/html", "<html><h1>410 Gone</h1><p>Harvest v1 has been removed.</p></html>");
        }
        if (request.body().length > 0) {
            request.violation("a GET with a body");
            return Reply.json(403, "{\"message\":\"Forbidden\"}");
        }
        boolean known = request.header("authorization")
                .flatMap(TokenEndpoint::basic)
                .filter(pair -> keyAlone(request, pair))
                .isPresent();
        RateLimit.Permit permit = legacyLimit.enter(request, known ? "key" : "stranger", "v1");
        if (!permit.granted()) {
            return tooMany(permit, true);
        }
        return headers(
                known ? endpoint.get() : Reply.json(401, "{\"message\":\"Invalid Basic Auth credentials\"}"),
                permit,
                false);
    }

    private static boolean keyAlone(Request request, String[] pair) {
        if (pair[1].startsWith(":")) {
            request.violation("the colon after the key was appended twice");
        }
        return pair[0].equals(SimulatedGreenhouse.API_KEY) && pair[1].isEmpty();
    }

    private Optional<Reply> refuseBearer(Request request) {
        String authorization = request.header("authorization").orElse("");
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            request.violation("Basic auth on v3");
        }
        boolean good = authorization.startsWith(BEARER) && tokens.accepts(authorization.substring(BEARER.length()));
        return good
                ? Optional.empty()
                : Optional.of(Reply.json(
                        401,
                        "{\"message\":\"Unauthorized\",\"errors\":[\"Token could not be decoded. "
                                + "Please ensure your token is from a trusted source.\"]}"));
    }

    private static void tidy(Request request) {
        if (!request.header("accept").orElse("").contains("application/json")) {
            request.violation("no Accept: application/json");
        }
        if (request.header("on-behalf-of").isPresent()) {
            request.violation("there is no On-Behalf-Of header in v3");
        }
        if (request.method().equals("GET") && request.body().length > 0) {
            request.violation("a GET with a body");
        }
    }

    private Reply tooMany(RateLimit.Permit permit, boolean withReset) {
        Duration wait = Duration.between(clock.instant(), permit.reset());
        Reply reply = Reply.json(429, "{\"message\":\"Too Many Requests\"}")
                .with(
                        "Retry-After",
                        String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        return headers(reply, permit, withReset);
    }

    private static Reply headers(Reply reply, RateLimit.Permit permit, boolean withReset) {
        Reply limited = reply.with("X-RateLimit-Limit", String.valueOf(permit.limit()))
                .with("X-RateLimit-Remaining", String.valueOf(permit.remaining()));
        Instant reset = permit.reset();
        long rounded = reset.getNano() == 0 ? reset.getEpochSecond() : reset.getEpochSecond() + 1;
        return withReset ? limited.with("X-RateLimit-Reset", String.valueOf(rounded)) : limited;
    }
}
