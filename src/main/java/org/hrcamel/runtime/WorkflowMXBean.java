package org.hrcamel.runtime;

import java.util.List;
import java.util.Map;

/** One workflow for JMX clients: {@code org.hrcamel:type=workflow,name=<id>}. Times are ISO 8601 in UTC; nothing of anybody's profile. */
public interface WorkflowMXBean {

    /** Such as "JazzHR → HrFlow.ai". */
    String getDirection();

    /** Quartz cron. */
    String getSchedule();

    /** {@code running}, {@code scheduled}, {@code paused}, {@code disabled} or {@code broken}. */
    String getPhase();

    boolean isPaused();

    /** Whether a sound edit waits for the end of the run under way. */
    boolean isEditWaiting();

    /** What is wrong with its file and settings, with the place. */
    List<String> getProblems();

    /** Empty while it is paused or not deployed. */
    String getNextFireTime();

    /** Of the last run, as JSON; empty when there was none. */
    String getLastResult();

    /** The events of the run under way, else of the last one, by name. */
    Map<String, Long> getCounters();

    /** The time of change from which the next incremental run lists; empty for everything. */
    String getCursor();

    /** How many items are listed as failures. */
    int getFailures();

    /** Runs it now; tells whether that began. */
    String runNow();

    /** Shows on the run page what a run would change, and writes nothing; tells whether that began. */
    String dryRun();

    /** Delivers everything, whatever was delivered before; tells whether that began. */
    String fullRun();

    /** Ends the run under way early: items on the way are finished, nothing more is read. False when there is none. */
    boolean stopRun();

    /** Lets the schedule rest until it is resumed or the process ends. */
    void pause();

    void resume();

    /** Lets the next run try all failures again; tells how many. */
    int retryFailures();
}
