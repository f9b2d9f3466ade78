package org.hrcamel.workflow;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.quartz.QuartzMessage;

/**
 * What a run is asked to do beyond its settings.
 *
 * @param dryRun read and compare, but write nothing
 * @param full deliver everything, whatever was delivered before
 */
public record RunRequest(boolean dryRun, boolean full) {

    /** As a schedule asks: what the settings say. */
    public static final RunRequest AS_SET = new RunRequest(false, false);

    public static final RunRequest DRY_RUN = new RunRequest(true, false);

    public static final RunRequest FULL = new RunRequest(false, true);

    private static final String PROPERTY = "hrcamel.request";
    private static final String DRY = "hrcamel.dryRun";
    private static final String EVERYTHING = "hrcamel.full";

    /** Hands the request to the run that this exchange will be. */
    public void in(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** The request as data of a Quartz job that is triggered by hand; text alone, which every job store can keep. */
    public Map<String, String> jobData() {
        return Map.of(DRY, String.valueOf(dryRun), EVERYTHING, String.valueOf(full));
    }

    static RunRequest of(Exchange exchange) {
        RunRequest request = exchange.getProperty(PROPERTY, RunRequest.class);
        if (request != null) {
            return request;
        }
        return exchange.getIn() instanceof QuartzMessage fired
                ? of(fired.getJobExecutionContext().getMergedJobDataMap())
                : AS_SET;
    }

    /** Of a job's data; without any, what a schedule asks. */
    public static RunRequest of(Map<String, Object> jobData) {
        return new RunRequest("true".equals(jobData.get(DRY)), "true".equals(jobData.get(EVERYTHING)));
    }
}
