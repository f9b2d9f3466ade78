package org.hrcamel.http;

import java.time.Duration;

/** How to wait; tests hand in one that moves a clock instead. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits.
     *
     * @return false when the wait was ended early because the run stops
     */
    boolean sleep(Duration duration);

    /**
     * Waits before something is tried again: a wait that a run which shall end soon does not sit out.
     *
     * @return false when the wait was ended early
     */
    default boolean backOff(Duration duration) {
        return sleep(duration);
    }
}
