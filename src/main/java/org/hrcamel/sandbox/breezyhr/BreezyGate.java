package org.hrcamel.sandbox.breezyhr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrcamel.sandbox.RateLimit;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** What stands before every endpoint: tidy paths, tokens, plan, rate limit and its headers (Breezy HR contract, sections 5 and 6). */
final class BreezyGate {

    private static final int UNLIMITED = 1_000_000;

    private final Sessions sessions;
    private final Clock clock;
    private volatile RateLimit limit;
    private volatile boolean resetInSeconds;
    private volatile boolean developerApi = true;

    BreezyGate(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        limit(UNLIMITED);
    }

    void limit(int requests) {
        limit = new RateLimit(requests, Duration.ofSeconds(60), Integer.MAX_VALUE, clock);
    }

    void resetInSeconds(boolean relative) {
        resetInSeconds = relative;
    }

    void developerApi(boolean included) {
        developerApi = included;
    }

    Reply answer(Request request, Supplier<Reply> endpoint) {
        String token = request.header("authorization").orElse("none");
        RateLimit.Permit permit = limit.enter(request, token, "all");
        Reply reply = permit.granted()
                ? refuse(request).orElseGet(endpoint)
                : BreezyError.typed(429, "rateLimitExceeded", "too many requests.");
        return reply.with("X-RateLimit-Limit", String.valueOf(permit.limit()))
                .with("X-RateLimit-Remaining", String.valueOf(permit.remaining()))
                .with("X-RateLimit-Reset", String.valueOf(reset(permit)));
    }

    private Optional<Reply> refuse(Request request) {
        if (request.rawPath().endsWith("/") || request.rawPath().contains("//")) {
            return Optional.of(BreezyError.notFound(request));
        }
        if (!wellEncoded(request)) {
            request.violation("the query is not percent-encoded");
            return Optional.of(BreezyError.typed(400, "badRequest", "malformed query."));
        }
        if (request.rawPath().equals("/v3/signin")) {
            return Optional.empty();
        }
        Optional<Reply> refusal = sessions.refuse(request);
        if (refusal.isEmpty() && !developerApi && request.rawPath().startsWith("/v3/company/")) {
            return Optional.of(BreezyError.plain(403, "The Developer API is not part of this plan"));
        }
        return refusal;
    }

    private static boolean wellEncoded(Request request) {
        try {
            request.query();
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private long reset(RateLimit.Permit permit) {
        Instant reset = permit.reset().plusMillis(999);
        return resetInSeconds ? Duration.between(clock.instant(), reset).toSeconds() : reset.getEpochSecond();
    }
}
