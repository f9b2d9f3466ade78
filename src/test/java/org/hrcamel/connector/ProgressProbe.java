package org.hrcamel.connector;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunProgress;

/** A step that a test puts into a route, to see how far the run has come when each item passes. */
public final class ProgressProbe {

    static final Queue<RunProgress> SEEN = new ConcurrentLinkedQueue<>();

    public void look(Exchange exchange) {
        SEEN.add(Run.of(exchange).progress());
    }
}
