package org.hrcamel.http;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Every budget of this process: workflows that use the same credential share it. Thread safe. */
public final class RequestBudgets {

    private final InstantSource clock;
    private final Map<String, RequestBudget> budgets = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

    public RequestBudgets(InstantSource clock) {
        this.clock = clock;
    }

    /** The budgets of one credential, by endpoint. */
    @FunctionalInterface
    public interface OfCredential {
        RequestBudget of(Endpoint endpoint);
    }

    /**
     * @param connector name of the vendor's connector
     * @param credential what the vendor counts by; kept as a hash only
     * @param limits the limits of each endpoint
     */
    public OfCredential of(String connector, String credential, Function<Endpoint, Limits> limits) {
        String owner = connector + "/" + hash(credential) + "/";
        return endpoint -> {
            Limits limit = limits.apply(endpoint);
            return budgets.computeIfAbsent(
                    owner + endpoint.rate() + "/" + endpoint.concurrency() + "/" + limit,
                    key -> new RequestBudget(
                            limit.rate(),
                            limit.maxConcurrent().map(most -> slots(owner + endpoint.concurrency() + "/" + most, most)),
                            clock));
        };
    }

    private Semaphore slots(String key, int most) {
        return slots.computeIfAbsent(key, absent -> new Semaphore(most, true));
    }

    private static String hash(String credential) {
        return HexFormat.of().formatHex(Sha256.of(credential), 0, 12);
    }
}
