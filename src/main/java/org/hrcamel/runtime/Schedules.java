package org.hrcamel.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.hrcamel.workflow.RunRequest;
import org.jspecify.annotations.Nullable;
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

    /** Of the triggers and jobs of all workflows, as their routes name it: {@code quartz:hrcamel/<id>}. */
    static final String GROUP = "hrcamel";

    private final CamelContext camel;
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private final Map<String, List<RunRequest>> unfired = new ConcurrentHashMap<>();

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
     * Takes a workflow's job out before its route goes: Quartz keeps a job while a run asked for by hand waits for it, and would not
     * take the new route's job then.
     */
    void remove(String workflow) {
        trigger(workflow)
                .ifPresent(key -> inQuartz(scheduler -> {
                    JobKey job = new JobKey(key.getName(), key.getGroup());
                    for (Trigger trigger : scheduler.getTriggersOfJob(job)) {
                        if (!trigger.getKey().equals(key)) {
                            unfired.computeIfAbsent(workflow, first -> new ArrayList<>())
                                    .add(RunRequest.of(trigger.getJobDataMap()));
                        }
                        // The job goes with its last trigger. One may be over by now, which is as good.
                        scheduler.unscheduleJob(trigger.getKey());
                    }
                    return null;
                }));
    }

    /** What was asked for by hand and had not begun when the job was taken out; told once. */
    List<RunRequest> unfired(String workflow) {
        List<RunRequest> requests = unfired.remove(workflow);
        return requests == null ? List.of() : requests;
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
        @Nullable
        T with(Scheduler scheduler) throws SchedulerException;
    }

    private <T> @Nullable T inQuartz(Work<T> work) {
        try {
            return work.with(camel.getComponent("quartz", QuartzComponent.class).getScheduler());
        } catch (SchedulerException failure) {
            throw new IllegalStateException("Quartz failed: " + failure.getMessage(), failure);
        }
    }
}
