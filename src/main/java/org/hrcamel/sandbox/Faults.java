package org.hrcamel.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults to come: each replaces or spoils the answers of the next matching requests. Thread safe. */
public final class Faults {

    private record Fault(Predicate<Request> when, AtomicInteger left, UnaryOperator<Reply> spoil, boolean instead) {}

    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** The next {@code times} matching requests get {@code reply}; the vendor never sees them. */
    public Faults answer(int times, Predicate<Request> when, Reply reply) {
        faults.add(new Fault(when, new AtomicInteger(times), original -> reply, true));
        return this;
    }

    /** The vendor handles the next {@code times} matching requests as always, but its answers arrive changed. */
    public Faults spoil(int times, Predicate<Request> when, UnaryOperator<Reply> spoil) {
        faults.add(new Fault(when, new AtomicInteger(times), spoil, false));
        return this;
    }

    public void clear() {
        faults.clear();
    }

    /** Matches requests of a vendor whose method and raw path start like this, such as {@code GET /v1/applicants/}. */
    public static Predicate<Request> request(String vendor, String start) {
        return request ->
                request.vendor().equals(vendor) && (request.method() + " " + request.rawPath()).startsWith(start);
    }

    Reply apply(Request request, SimulatedVendor vendor) {
        Optional<Fault> fault = faults.stream()
                .filter(candidate -> candidate.when.test(request))
                .filter(candidate -> candidate.left.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                .findFirst();
        if (fault.isPresent() && fault.get().instead) {
            return fault.get().spoil.apply(Reply.empty(500));
        }
        Reply reply = vendor.answer(request);
        return fault.isPresent() ? fault.get().spoil.apply(reply) : reply;
    }
}
