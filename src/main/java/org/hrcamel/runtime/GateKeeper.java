package org.hrcamel.runtime;

import java.time.Instant;
import org.hrcamel.workflow.RunRequest;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.JobListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every firing of a workflow pass its {@link RunGate}, before Camel looks for a route that may be gone. What a paused schedule fires
 * all the same, between a new route and its pause, is dropped. A schedule that fires late is told of.
 */
final class GateKeeper extends TriggerListenerSupport implements JobListener {

    private static final Logger LOG = LoggerFactory.getLogger(GateKeeper.class);

    private final RunGate gate;
    private final Schedules schedules;
    private final LateFirings late = new LateFirings(LOG::warn);

    private GateKeeper(RunGate gate, Schedules schedules) {
        this.gate = gate;
        this.schedules = schedules;
    }

    static void stand(RunGate gate, Schedules schedules, Scheduler scheduler) throws SchedulerException {
        GateKeeper keeper = new GateKeeper(gate, schedules);
        scheduler.getListenerManager().addTriggerListener(keeper);
        scheduler.getListenerManager().addJobListener(keeper);
    }

    @Override
    public String getName() {
        return "hrcamel-gate";
    }

    @Override
    public boolean vetoJobExecution(Trigger trigger, JobExecutionContext fired) {
        JobKey job = trigger.getJobKey();
        if (!isWorkflow(job)) {
            return false;
        }
        boolean byHand = !trigger.getKey().getGroup().equals(Schedules.GROUP);
        if (!byHand && schedules.isPaused(job.getName())) {
            return true;
        }
        if (!byHand) {
            late.fired(
                    job.getName(),
                    fired.getScheduledFireTime().toInstant(),
                    fired.getFireTime().toInstant());
        }
        return !gate.enter(job.getName(), RunRequest.of(fired.getMergedJobDataMap()));
    }

    @Override
    public void triggerMisfired(Trigger trigger) {
        if (trigger.getKey().getGroup().equals(Schedules.GROUP) && trigger.getNextFireTime() != null) {
            late.misfired(
                    trigger.getJobKey().getName(), trigger.getNextFireTime().toInstant());
        }
    }

    @Override
    public void jobWasExecuted(JobExecutionContext done, JobExecutionException failure) {
        JobKey job = done.getJobDetail().getKey();
        if (isWorkflow(job)) {
            late.ended(job.getName(), Instant.now());
            gate.leave(job.getName());
        }
    }

    /** Other jobs are the operator's own. */
    private static boolean isWorkflow(JobKey job) {
        return job.getGroup().equals(Schedules.GROUP);
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext next) {
        // It has passed.
    }

    @Override
    public void jobExecutionVetoed(JobExecutionContext vetoed) {
        // The gate remembers it.
    }
}
