package org.hrcamel.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the sandbox saw: every request while {@link #record recording}, and every violation of a contract. Thread safe. */
public final class Ledger {

    /**
     * One answered request.
     *
     * @param line method, raw path and raw query, such as {@code GET /v1/applicants/page/1?apikey=k}, without the vendor's prefix
     * @param body the request's body as text
     */
    public record Entry(Instant at, String vendor, String line, String body, int status) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean recording;

    /** Keeps every request from now on; off by default, since a long run would fill the memory. */
    public Ledger record() {
        recording = true;
        return this;
    }

    void add(Request request, Reply reply) {
        requests.incrementAndGet();
        if (recording) {
            String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
            String line = request.method() + " " + request.rawPath() + query;
            entries.add(new Entry(Instant.now(), request.vendor(), line, request.text(), reply.status()));
        }
    }

    void violation(String vendor, String what) {
        if (violations.size() < 1000) {
            violations.add(vendor + ": " + what);
        }
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<Entry> entries(String vendor) {
        return entries.stream().filter(entry -> entry.vendor().equals(vendor)).toList();
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    public long requests() {
        return requests.get();
    }

    public void clear() {
        entries.clear();
        violations.clear();
    }
}
