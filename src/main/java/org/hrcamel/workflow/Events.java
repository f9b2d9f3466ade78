package org.hrcamel.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one run. Thread safe. */
public final class Events {

    private final Map<Event, LongAdder> counts = new ConcurrentHashMap<>();

    public void add(Event event) {
        LongAdder known = counts.get(event);
        // Only the first one of its kind shall cost a lock.
        (known != null ? known : counts.computeIfAbsent(event, first -> new LongAdder())).increment();
    }

    public long count(Event event) {
        LongAdder count = counts.get(event);
        return count == null ? 0 : count.sum();
    }

    /** What is booked for the items that were read. */
    public long settled() {
        return count(Event.SKIPPED_UNCHANGED)
                + count(Event.SKIPPED_ARCHIVED)
                + count(Event.LOGICS_DISCARD)
                + count(Event.LOGICS_FAILURE)
                + count(Event.FORMAT_FAILURE)
                + count(Event.WRITE_SUCCESS)
                + count(Event.WRITE_UNCHANGED)
                + count(Event.WRITE_FAILURE);
    }

    /** Whether every item that was read has exactly one outcome; true at the end of every run that pushed. */
    public boolean balance() {
        return count(Event.READ_SUCCESS) == settled();
    }

    public long failures() {
        return count(Event.READ_FAILURE)
                + count(Event.LOGICS_FAILURE)
                + count(Event.FORMAT_FAILURE)
                + count(Event.WRITE_FAILURE)
                + count(Event.CALLBACK_FAILURE);
    }
}
