package org.hrcamel.connector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One lock a key, kept only while somebody holds or wants it. Thread safe. */
public final class KeyedLocks {

    private final Map<String, Held> locks = new ConcurrentHashMap<>();

    /** A lock that is held; closing it lets the next one in. */
    public final class Held implements AutoCloseable {
        private final String key;
        private final ReentrantLock lock = new ReentrantLock();
        private int users;

        private Held(String key) {
            this.key = key;
        }

        @Override
        public void close() {
            lock.unlock();
            locks.computeIfPresent(key, (name, held) -> --held.users == 0 ? null : held);
        }
    }

    /** Waits until nobody else holds this key. */
    public Held lock(String key) {
        Held held = locks.compute(key, (name, present) -> {
            Held one = present == null ? new Held(name) : present;
            one.users++;
            return one;
        });
        held.lock.lock();
        return held;
    }
}
