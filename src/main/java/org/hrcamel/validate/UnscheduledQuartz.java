package org.hrcamel.validate;

import org.apache.camel.component.quartz.QuartzComponent;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;

/** Reads the options of quartz endpoints as the real one does, and never makes a scheduler, which would cost threads and half a second. */
final class UnscheduledQuartz extends QuartzComponent {

    @Override
    public @Nullable Scheduler getScheduler() {
        return null;
    }

    @Override
    protected void doInit() {
        // The real one makes its scheduler here.
    }

    @Override
    protected void doStart() {
        // And starts it here.
    }

    @Override
    protected void doStop() {
        // There is nothing to stop.
    }
}
