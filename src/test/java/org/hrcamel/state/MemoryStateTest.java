package org.hrcamel.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

class MemoryStateTest extends StateContractTest {

    @Override
    StateStore store() {
        AtomicReference<Instant> now = new AtomicReference<>(TEN);
        InstantSource clock = now::get;
        MemoryState state = new MemoryState(clock, LONG);
        return new StateStore() {
            @Override
            public State open(Duration lease) {
                return state;
            }

            @Override
            public void expire(String workflowId) {
                pass(LONG);
            }

            @Override
            public void pass(Duration time) {
                now.updateAndGet(before -> before.plus(time.compareTo(LONG) < 0 ? LONG : time));
            }

            @Override
            public void close() {
                // It is gone with the test.
            }
        };
    }
}
