package org.hrcamel.workflow;

/**
 * What a run is asked to do beyond its settings.
 *
 * @param dryRun read and compare, but write nothing
 * @param full deliver everything, whatever was delivered before
 */
public record RunRequest(boolean dryRun, boolean full) {

    /** As a schedule asks: what the settings say. */
    public static final RunRequest AS_SET = new RunRequest(false, false);
}
