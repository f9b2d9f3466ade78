package org.hrcamel.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.hrcamel.http.RequestFailed.Cause;
import org.hrcamel.http.Transport.MalformedAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One credential's access to one vendor within one run: keeps the budget, repeats what may be repeated, renews a token once.
 *
 * <p>429, 5xx, timeouts, broken connections and malformed answers are repeated as the {@link RetryPolicy} says, a request that is not
 * {@link ApiRequest#repeatable() repeatable} only if the vendor surely did not act on it, or after a look showed so. Every other answer
 * is returned, whatever its status. Thread safe.
 */
public final class ApiClient {

    private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);

    private final Transport transport;
    private final RequestBudgets.OfCredential budgets;
    private final Authentication authentication;
    private final UnaryOperator<ApiAnswer> envelope;
    private final RetryPolicy policy;
    private final Pause pause;
    private final InstantSource clock;
    private final RandomGenerator random;

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
        this.transport = transport;
        this.budgets = budgets;
        this.authentication = authentication;
        this.envelope = envelope;
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
        this.random = random;
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
            Attempt attempt = attempt(authenticated, via);
            if (attempt.failure == null) {
                if (renewed || !authentication.rejects(attempt.answer) || !authentication.renew(authenticated)) {
                    return Optional.of(attempt.answer);
                }
                renewed = true;
                continue;
            }
            failures++;
            boolean harmless = request.repeatable() || !attempt.failure.isPerhapsDone();
            if (!harmless && arrival.isEmpty()
                    || failures >= policy.attempts()
                    || attempt.failure.reason() == Cause.STOPPED) {
                throw attempt.failure;
            }
            Duration delay = delay(request, attempt, failures);
            if (clock.instant().plus(delay).isAfter(deadline)) {
                throw attempt.failure;
            }
            LOG.debug(
                    "{}: {}; trying again in {} ms",
                    request,
                    attempt.failure.reason().code(),
                    delay.toMillis());
            if (!pause.sleep(delay)) {
                throw stopped(request);
            }
            if (!harmless && arrival.orElseThrow().isKnown()) {
                return Optional.empty();
            }
        }
    }

    private record Attempt(ApiAnswer answer, RequestFailed failure) {}

    private Attempt attempt(ApiRequest request, Transport via) {
        RequestBudget budget = budgets.of(request.endpoint());
        Optional<RequestBudget.Permit> permit = budget.acquire(pause);
        if (permit.isEmpty()) {
            return new Attempt(null, stopped(request));
        }
        try (RequestBudget.Permit held = permit.get()) {
            ApiAnswer answer = envelope.apply(via.send(request));
            budget.observe(new LimitHeaders(answer));
            if (answer.status() == 429) {
                return failed(
                        answer, Cause.RATE_LIMITED, false, request + ": the vendor's rate limit is used up (HTTP 429)");
            }
            if (answer.status() >= 500) {
                return failed(
                        answer, Cause.SERVER_ERROR, true, request + ": the vendor answered HTTP " + answer.status());
            }
            return new Attempt(answer, null);
        } catch (MalformedAnswer malformed) {
            return failed(null, Cause.MALFORMED, true, request + ": " + malformed.getMessage());
        } catch (UnknownHostException unknown) {
            return failed(null, Cause.CONNECTION, false, request + ": unknown host " + host(request));
        } catch (ConnectException | NoRouteToHostException refused) {
            return failed(null, Cause.CONNECTION, false, request + ": cannot connect to " + host(request));
        } catch (InterruptedIOException timeout) {
            return failed(null, Cause.TIMEOUT, true, request + ": no answer in time");
        } catch (IOException broken) {
            return failed(null, Cause.CONNECTION, true, request + ": the connection broke");
        }
    }

    private static String host(ApiRequest request) {
        return request.address().uri().getAuthority();
    }

    private static Attempt failed(ApiAnswer answer, Cause cause, boolean perhapsDone, String message) {
        return new Attempt(answer, new RequestFailed(cause, perhapsDone, message));
    }

    private static RequestFailed stopped(ApiRequest request) {
        return new RequestFailed(Cause.STOPPED, false, request + ": the run was stopped");
    }

    private Duration delay(ApiRequest request, Attempt attempt, int failures) {
        Duration own = policy.delay(failures, attempt.failure.reason(), random);
        if (attempt.answer == null) {
            return own;
        }
        Instant now = clock.instant();
        LimitHeaders headers = new LimitHeaders(attempt.answer);
        Optional<Duration> asked = headers.retryAfter(now);
        if (attempt.failure.reason() != Cause.RATE_LIMITED) {
            return asked.orElse(own);
        }
        Duration wait = asked.or(() -> headers.reset(now).map(reset -> Duration.between(now, reset)))
                .filter(duration -> !duration.isNegative())
                .orElse(own);
        // The others of this credential need not find out for themselves.
        budgets.of(request.endpoint()).blockUntil(now.plus(wait));
        return wait;
    }
}
