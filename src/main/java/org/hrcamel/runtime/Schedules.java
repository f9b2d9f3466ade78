package org.hrcamel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.hrcamel.workflow.RunRequest;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/**
 * The workflows' schedules in Quartz. Runs asked for by hand fire the same job as the schedule, so that they never overlap. A pause
 * lasts until it is ended or the process is, whatever is edited meanwhile. Thread safe.
 */
final class Schedules {

    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final CamelContext camel;
    private final Set<String> paused = ConcurrentHashMap.newKeySet();

    Schedules(CamelContext camel) {
        this.camel = camel;
    }

    void pause(String workflow) {
        paused.add(workflow);
        renew(workflow);
    }

    void resume(String workflow) {
        paused.remove(workflow);
        renew(workflow);
    }

    boolean isPaused(String workflow) {
        return paused.contains(workflow);
    }

    /** The workflow is gone for good. */
    void forget(String workflow) {
        paused.remove(workflow);
    }

    /** Has the trigger of a route fire, or rest if its workflow is paused. */
    void renew(String workflow) {
        trigger(workflow)
                .ifPresent(key -> inQuartz(scheduler -> {
                    if (isPaused(workflow)) {
                        scheduler.pauseTrigger(key);
                    } else {
                        scheduler.resumeTrigger(key);
                    }
                    return null;
                }));
    }

    /**
     * Fires no more until {@link #renew}, and waits until what was fired is over, so that it does not find its route gone. While runs
     * are turned away that takes no time.
     */
    void settle(String workflow) {
        trigger(workflow)
                .ifPresent(key -> inQuartz(scheduler -> {
                    scheduler.pauseTrigger(key);
                    Trigger trigger = scheduler.getTrigger(key);
                    Instant deadline = Instant.now().plus(LONGEST_SETTLING);
                    while (trigger != null
                            && isFired(scheduler, trigger.getJobKey())
                            && Instant.now().isBefore(deadline)) {
                        LockSupport.parkNanos(GLANCE.toNanos());
                    }
                    return null;
                }));
    }

    /** A run by hand has a trigger of its own until it is over. */
    private static boolean isFired(Scheduler scheduler, JobKey job) throws SchedulerException {
        return scheduler.getTriggersOfJob(job).size() > 1
                || scheduler.getCurrentlyExecutingJobs().stream()
                        .anyMatch(executing -> executing.getJobDetail().getKey().equals(job));
    }

    /** When it fires next; empty while it is paused or not deployed. */
    Optional<Instant> next(String workflow) {
        if (isPaused(workflow)) {
            return Optional.empty();
        }
        return trigger(workflow)
                .flatMap(key -> Optional.ofNullable(inQuartz(scheduler -> scheduler.getTrigger(key))))
                .map(Trigger::getNextFireTime)
                .map(Date::toInstant);
    }

    /**
     * Fires it now, in a thread of the scheduler.
     *
     * @return false when it is not deployed
     */
    boolean fire(String workflow, RunRequest request) {
        Optional<JobKey> job = trigger(workflow)
                .flatMap(key -> Optional.ofNullable(inQuartz(scheduler -> scheduler.getTrigger(key))))
                .map(Trigger::getJobKey);
        job.ifPresent(key -> inQuartz(scheduler -> {
            scheduler.triggerJob(key, new JobDataMap(request.jobData()));
            return null;
        }));
        return job.isPresent();
    }

    private Optional<TriggerKey> trigger(String workflow) {
        Route route = camel.getRoute(workflow);
        return route != null && route.getEndpoint() instanceof QuartzEndpoint quartz
                ? Optional.of(quartz.getTriggerKey())
                : Optional.empty();
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Scheduler scheduler) throws SchedulerException;
    }

    private <T> T inQuartz(Work<T> work) {
        try {
            return work.with(camel.getComponent("quartz", QuartzComponent.class).getScheduler());
        } catch (SchedulerException failure) {
            throw new IllegalStateException("Quartz failed: " + failure.getMessage(), failure);
        }
    }
}
