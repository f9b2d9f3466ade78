package org.hrcamel.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that are under way for one credential. Each caller says how many it may be one of, since two runs can go by different
 * settings: what one of them has sent counts for the other, so there are never more than the greater bound allows. Whoever need not
 * wait takes no lock; those who wait get their places in order. Thread safe.
 */
final class RequestSlots {

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> queue = new ArrayDeque<>(2);

    private static final class Waiter {
        private final int most;
        private final Condition turn;
        private boolean entered;

        private Waiter(int most, Condition turn) {
            this.most = most;
            this.turn = turn;
        }
    }

    /** Waits a little for a place among so many. */
    boolean enter(int most, long millis) throws InterruptedException {
        if (most == Integer.MAX_VALUE) {
            taken.incrementAndGet();
            return true;
        }
        return waiting.get() == 0 && take(most) || queueUp(most, millis);
    }

    private boolean take(int most) {
        int now = taken.get();
        while (now < most) {
            if (taken.compareAndSet(now, now + 1)) {
                return true;
            }
            now = taken.get();
        }
        return false;
    }

    private boolean queueUp(int most, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            // Told before the places are looked at: whoever leaves after that look sees that somebody waits.
            waiting.incrementAndGet();
            Waiter waiter = new Waiter(most, lock.newCondition());
            queue.addLast(waiter);
            serve();
            return await(waiter, millis);
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    private boolean await(Waiter waiter, long millis) throws InterruptedException {
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!waiter.entered && left > 0) {
                left = waiter.turn.awaitNanos(left);
            }
            return waiter.entered;
        } catch (InterruptedException interrupted) {
            if (waiter.entered) {
                taken.decrementAndGet();
                serve();
            }
            throw interrupted;
        } finally {
            queue.remove(waiter);
        }
    }

    /** Whoever waits longest may have the smaller bound, and holds up nobody whose bound is greater. */
    private void serve() {
        for (Iterator<Waiter> each = queue.iterator(); each.hasNext(); ) {
            Waiter waiter = each.next();
            if (take(waiter.most)) {
                each.remove();
                waiter.entered = true;
                waiter.turn.signal();
                return;
            }
        }
    }

    void leave() {
        taken.decrementAndGet();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                serve();
            } finally {
                lock.unlock();
            }
        }
    }

    int taken() {
        return taken.get();
    }
}
