package org.hrcamel.state;

import java.time.Duration;

/** One kind of state for the contract test, empty at first. Each state that it opens is as another process would see it. */
interface StateStore extends AutoCloseable {

    /**
     * @param lease how long a run that died keeps others out
     */
    State open(Duration lease) throws Exception;

    /** As if the process that runs this workflow had stood still for as long as its lease. */
    void expire(String workflowId) throws Exception;

    /** Lets time go by, as far as leases are concerned. */
    void pass(Duration time);

    @Override
    void close() throws Exception;
}
