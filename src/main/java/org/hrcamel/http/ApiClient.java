package org.hrcamel.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.hrcamel.http.RequestFailed.Cause;
import org.hrcamel.http.Transport.MalformedAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One credential's access to one vendor within one run: keeps the budget, repeats what may be repeated, renews a token once.
 *
 * <p>429, 5xx, timeouts, broken connections and malformed answers are repeated as the {@link RetryPolicy} says, a request that is not
 * {@link ApiRequest#repeatable() repeatable} only if the vendor surely did not act on it, or after a look showed so. Every other answer
 * is returned, whatever its status. Thread safe.
 */
public final class ApiClient {

    private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);

    private static final String CHECK = "; check the base-url or address in the settings, and the network";
    private static final Duration LONG_WAIT = Duration.ofSeconds(10);
    private static final int MOST_TRIES_TO_CONNECT = 5;

    private final AtomicBoolean repeated = new AtomicBoolean();
    private final Transport transport;
    private final RequestBudgets.OfCredential budgets;
    private final Authentication authentication;
    private final UnaryOperator<ApiAnswer> envelope;
    private final RetryPolicy policy;
    private final Pause pause;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final RequestMeter meter;

    /**
     * @param envelope makes of an answer what it says, for vendors whose bodies have a status of their own
     */
    public ApiClient(
            Transport transport,
            RequestBudgets.OfCredential budgets,
            Authentication authentication,
            UnaryOperator<ApiAnswer> envelope,
            RetryPolicy policy,
            Pause pause,
            InstantSource clock,
            RandomGenerator random) {
        this(transport, budgets, authentication, envelope, policy, pause, clock, random, RequestMeter.NONE);
    }

    private ApiClient(
            Transport transport,
            RequestBudgets.OfCredential budgets,
            Authentication authentication,
            UnaryOperator<ApiAnswer> envelope,
            RetryPolicy policy,
            Pause pause,
            InstantSource clock,
            RandomGenerator random,
            RequestMeter meter) {
        this.transport = transport;
        this.budgets = budgets;
        this.authentication = authentication;
        this.envelope = envelope;
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
        this.random = random;
        this.meter = meter;
    }

    /** The same, telling this meter of every request. */
    public ApiClient measuredBy(RequestMeter other) {
        return new ApiClient(transport, budgets, authentication, envelope, policy, pause, clock, random, other);
    }

    /**
     * Sends a request, repeatedly if need be.
     *
     * @return an answer below 500 that is not 429
     */
    public ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        return send(request, transport);
    }

    /** The same through another transport, such as one that keeps a file's body on disk. */
    public ApiAnswer send(ApiRequest request, Transport via) throws RequestFailed, CredentialRefused {
        return send(request, via, Optional.<Arrival<RequestFailed>>empty()).orElseThrow();
    }

    /**
     * Sends a request that must not be done twice: when it perhaps arrived, {@code arrival} looks before it is sent again.
     *
     * @return empty when a look showed that an attempt without answer did arrive
     */
    public <X extends Exception> Optional<ApiAnswer> sendOnce(ApiRequest request, Arrival<X> arrival)
            throws RequestFailed, CredentialRefused, X {
        return send(request, transport, Optional.of(arrival));
    }

    /** Looks at the vendor whether a request that got no answer did arrive. */
    @FunctionalInterface
    public interface Arrival<X extends Exception> {
        boolean isKnown() throws RequestFailed, CredentialRefused, X;
    }

    private <X extends Exception> Optional<ApiAnswer> send(
            ApiRequest request, Transport via, Optional<Arrival<X>> arrival)
            throws RequestFailed, CredentialRefused, X {
        Instant deadline = clock.instant().plus(policy.total());
        boolean renewed = false;
        int failures = 0;
        while (true) {
            ApiRequest authenticated = authentication.authenticate(request);
            Attempt attempt = attempt(authenticated, via, renewed || failures > 0);
            if (attempt instanceof Answered answered) {
                if (renewed || !authentication.rejects(answered.answer) || !authentication.renew(authenticated)) {
                    return Optional.of(answered.answer);
                }
                renewed = true;
                continue;
            }
            failures++;
            Failed failed = (Failed) attempt;
            RequestFailed failure = failed.failure;
            boolean harmless = request.repeatable() || !failure.isPerhapsDone();
            if (!harmless && arrival.isEmpty() || failures >= tries(failure) || failure.reason() == Cause.STOPPED) {
                throw failure;
            }
            Duration delay = delay(request, failed, failures);
            if (clock.instant().plus(delay).isAfter(deadline)) {
                throw failure;
            }
            tell(failure, delay);
            Instant from = clock.instant();
            boolean waited = pause.backOff(delay);
            if (failure.reason() == Cause.RATE_LIMITED) {
                meter.waited(Duration.between(from, clock.instant()));
            }
            if (!waited) {
                throw stopped(request);
            }
            if (!harmless && arrival.orElseThrow().isKnown()) {
                return Optional.empty();
            }
        }
    }

    /** A host that is not there at all is seldom there a minute later: its name is more likely wrong. */
    private int tries(RequestFailed failure) {
        boolean unreachable = failure.reason() == Cause.CONNECTION && !failure.isPerhapsDone();
        return unreachable ? Math.min(policy.attempts(), MOST_TRIES_TO_CONNECT) : policy.attempts();
    }

    /** Nobody shall wait in silence: the first repetition of a run and every long wait are told. */
    private void tell(RequestFailed failure, Duration delay) {
        boolean first = repeated.compareAndSet(false, true);
        Level level = first || delay.compareTo(LONG_WAIT) >= 0 ? Level.WARN : Level.DEBUG;
        LOG.atLevel(level).log("{}; trying again in {} ms", failure.getMessage(), delay.toMillis());
    }

    private sealed interface Attempt {

        /** What the attempt is counted under. */
        String status();
    }

    private record Answered(ApiAnswer answer) implements Attempt {

        @Override
        public String status() {
            return String.valueOf(answer.status());
        }
    }

    /**
     * @param answer null when there was none
     */
    private record Failed(@Nullable ApiAnswer answer, RequestFailed failure) implements Attempt {

        @Override
        public String status() {
            return answer == null ? failure.reason().code() : String.valueOf(answer.status());
        }
    }

    private Attempt attempt(ApiRequest request, Transport via, boolean retry) {
        RequestBudget budget = budgets.of(request.endpoint());
        Instant from = clock.instant();
        // A vendor that wants nothing for hours would otherwise hold up the run in silence.
        Optional<RequestBudget.Permit> permit = budget.acquire(wait -> !isBlockedTooLong(budget) && await(wait));
        Instant sent = clock.instant();
        meter.waited(Duration.between(from, sent));
        if (permit.isEmpty()) {
            return isBlockedTooLong(budget)
                    ? failed(null, Cause.RATE_LIMITED, false, request + ": the vendor wants no request for a long time")
                    : new Failed(null, stopped(request));
        }
        Attempt attempt = sent(request, via, permit.get());
        meter.sent(request.endpoint(), attempt.status(), retry, Duration.between(sent, clock.instant()));
        return attempt;
    }

    private Attempt sent(ApiRequest request, Transport via, RequestBudget.Permit permit) {
        try (permit) {
            ApiAnswer answer = envelope.apply(via.send(request));
            permit.observe(new LimitHeaders(answer));
            if (answer.status() == 429) {
                return failed(
                        answer, Cause.RATE_LIMITED, false, request + ": the vendor's rate limit is used up (HTTP 429)");
            }
            if (answer.status() >= 500) {
                return failed(
                        answer, Cause.SERVER_ERROR, true, request + ": the vendor answered HTTP " + answer.status());
            }
            return new Answered(answer);
        } catch (MalformedAnswer malformed) {
            return failed(null, Cause.MALFORMED, true, request + ": " + malformed.getMessage());
        } catch (UnknownHostException unknown) {
            return failed(null, Cause.CONNECTION, false, request + ": unknown host " + host(request) + CHECK);
        } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException refused) {
            return failed(null, Cause.CONNECTION, false, request + ": cannot connect to " + host(request) + CHECK);
        } catch (InterruptedIOException timeout) {
            return failed(null, Cause.TIMEOUT, true, request + ": no answer in time");
        } catch (IOException broken) {
            return failed(null, Cause.CONNECTION, true, request + ": the connection broke");
        }
    }

    private boolean await(Duration wait) {
        return wait.compareTo(LONG_WAIT) >= 0 ? pause.backOff(wait) : pause.sleep(wait);
    }

    private boolean isBlockedTooLong(RequestBudget budget) {
        return budget.blockedFor().compareTo(policy.total()) > 0;
    }

    private static String host(ApiRequest request) {
        URI uri = request.address().uri();
        // Not the whole authority: it may hold a password.
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static Attempt failed(@Nullable ApiAnswer answer, Cause cause, boolean perhapsDone, String message) {
        return new Failed(answer, new RequestFailed(cause, perhapsDone, message));
    }

    private static RequestFailed stopped(ApiRequest request) {
        return new RequestFailed(Cause.STOPPED, false, request + ": the run was stopped");
    }

    private Duration delay(ApiRequest request, Failed attempt, int failures) {
        Duration own = policy.delay(failures, attempt.failure.reason(), random);
        if (attempt.answer == null) {
            Duration blocked = budgets.of(request.endpoint()).blockedFor();
            return blocked.compareTo(own) > 0 ? blocked : own;
        }
        Instant now = clock.instant();
        LimitHeaders headers = new LimitHeaders(attempt.answer);
        // Zero is what a vendor writes that rounds down: several tries at once would only use up the tries.
        Optional<Duration> asked = headers.retryAfter(now).filter(duration -> !duration.isZero());
        if (attempt.failure.reason() != Cause.RATE_LIMITED) {
            return asked.orElse(own);
        }
        Duration wait = asked.or(() -> headers.reset(now).map(reset -> Duration.between(now, reset)))
                .filter(duration -> !duration.isNegative() && !duration.isZero())
                .orElse(own);
        // The others of this credential need not find out for themselves.
        budgets.of(request.endpoint()).blockUntil(now.plus(wait));
        return wait;
    }
}
