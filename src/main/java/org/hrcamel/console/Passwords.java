package org.hrcamel.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks passwords: slowly for who is often wrong, and never so many at once that workflows would feel it. Thread safe. */
final class Passwords {

    /** What became of an attempt. */
    sealed interface Answer {}

    record Right() implements Answer {}

    record Wrong() implements Answer {}

    /** The password was not looked at. */
    record TooSoon(Duration pause) implements Answer {

        /** How long to wait, in whole seconds. */
        long seconds() {
            return Math.max(1, (pause.toMillis() + 999) / 1000);
        }
    }

    /** What a password is given for. */
    enum Occasion {
        /** Somebody logs in: a right password makes up for wrong ones before. */
        LOGIN,
        /** One request of a script, which comes by every few seconds: it says nothing of wrong ones before, from the same address. */
        REQUEST
    }

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final AdminPassword password;
    private final LoginThrottle throttle;
    /** A check takes a core for a moment. */
    private final Semaphore checks = new Semaphore(1, true);

    Passwords(AdminPassword password, LoginThrottle throttle) {
        this.password = password;
        this.throttle = throttle;
    }

    Answer check(Visitor visitor, String user, String given, Occasion occasion) {
        Optional<Duration> wait = throttle.begin(visitor);
        if (wait.isPresent()) {
            return new TooSoon(wait.get());
        }
        if (!acquired()) {
            throttle.takeBack(visitor);
            return new TooSoon(BUSY);
        }
        boolean right;
        try {
            // Also for another user, or the time it takes would tell which users there are.
            right = password.matches(given) && AdminPassword.USER.equals(user);
        } finally {
            checks.release();
        }
        if (!right) {
            LOG.warn("Wrong user or password for the console, from {}", visitor.address());
            return new Wrong();
        }
        switch (occasion) {
            case LOGIN -> throttle.right(visitor);
            case REQUEST -> throttle.takeBack(visitor);
        }
        return new Right();
    }

    private boolean acquired() {
        try {
            return checks.tryAcquire(BUSY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
