package org.hrcamel.http;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every budget of this process: workflows that use the same credential share it, also while some still go by limits that were changed
 * since. Thread safe.
 */
public final class RequestBudgets {

    private final InstantSource clock;
    private final Map<String, RequestLog> logs = new ConcurrentHashMap<>();
    private final Map<String, RequestSlots> slots = new ConcurrentHashMap<>();

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
     * @param limits the limits of each endpoint; asked once for each
     */
    public OfCredential of(String connector, String credential, Function<Endpoint, Limits> limits) {
        String owner = connector + "/" + hash(credential) + "/";
        Map<Endpoint, RequestBudget> made = new ConcurrentHashMap<>();
        return endpoint -> {
            // Asked with every request: only the first one of its kind shall cost a lock.
            RequestBudget known = made.get(endpoint);
            return known != null ? known : made.computeIfAbsent(endpoint, asked -> budget(owner, asked, limits));
        };
    }

    private RequestBudget budget(String owner, Endpoint endpoint, Function<Endpoint, Limits> limits) {
        return new RequestBudget(
                limits.apply(endpoint),
                logs.computeIfAbsent(owner + endpoint.rate(), key -> new RequestLog(clock)),
                slots.computeIfAbsent(owner + endpoint.concurrency(), key -> new RequestSlots()));
    }

    private static String hash(String credential) {
        return HexFormat.of().formatHex(Sha256.of(credential), 0, 12);
    }
}
