package org.hrcamel.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that are under way for one credential. Each caller says how many it may be one of, since two runs can go by different
 * settings: what one of them has sent counts for the other, so there are never more than the greater bound allows. Thread safe.
 */
final class RequestSlots {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private int taken;

    /** Waits a little for a place among so many. */
    boolean enter(int most, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (taken >= most) {
                if (left <= 0) {
                    return false;
                }
                left = freed.awaitNanos(left);
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            taken--;
            // Whoever waits longest may have the smaller bound.
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
