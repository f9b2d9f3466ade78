package org.hrcamel.runtime;

import org.hrcamel.workflow.RunRequest;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.JobListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;

/**
 * Has every firing of a workflow pass its {@link RunGate}, before Camel looks for a route that may be gone. What a paused schedule fires
 * all the same, between a new route and its pause, is dropped.
 */
final class GateKeeper extends TriggerListenerSupport implements JobListener {

    private final RunGate gate;
    private final Schedules schedules;

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
        return !byHand && schedules.isPaused(job.getName())
                || !gate.enter(job.getName(), RunRequest.of(fired.getMergedJobDataMap()));
    }

    @Override
    public void jobWasExecuted(JobExecutionContext done, JobExecutionException failure) {
        JobKey job = done.getJobDetail().getKey();
        if (isWorkflow(job)) {
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
