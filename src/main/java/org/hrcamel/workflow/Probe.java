package org.hrcamel.workflow;

import java.time.InstantSource;
import java.util.List;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;

/**
 * Tries one side of a workflow with its vendor, as a run would open it, and reads no more than it takes to see that the credential is
 * accepted: where opening sends no request, the first page of the listing. It is a dry run that reads no state, and so leaves none.
 */
public final class Probe {

    /** What came of it. */
    public enum Outcome {
        ACCEPTED,
        /** The vendor does not accept the credential, or a parameter beside it. */
        REFUSED,
        /** No usable answer: that tells nothing of the credential. */
        UNREACHABLE
    }

    /**
     * The outcome and why.
     *
     * @param message a sentence for the operator, empty when accepted
     */
    public record Answer(Outcome outcome, String message) {}

    private interface Trial {
        void with(Run run) throws RunFatal, RequestFailed, CredentialRefused;
    }

    private final Workflow workflow;
    private final Run run;

    /**
     * @param workflow whose openings stop the run they are given at the vendor's first usable answer
     */
    public Probe(Workflow workflow, InstantSource clock) {
        this.workflow = workflow;
        this.run = new Run(workflow, "probe", new RunRequest(true, true), clock);
    }

    public Answer origin() {
        return tried(mine -> {
            mine.openWithoutState();
            OriginSession session = workflow.origin().open(mine);
            if (!mine.isEnding()) {
                // Whether there is anybody is not asked for: looking sends the first request.
                boolean unused = session.items().hasNext();
            }
        });
    }

    public Answer target() {
        return tried(mine -> workflow.target().open(mine).close());
    }

    /** Ends the waits; the request under way is not ended. */
    public void giveUp() {
        run.cancellation().cancel();
    }

    private Answer tried(Trial trial) {
        try {
            trial.with(run);
        } catch (CredentialRefused refused) {
            return new Answer(Outcome.REFUSED, refused.getMessage());
        } catch (RunFatal fatal) {
            return new Answer(Outcome.REFUSED, fatal.getMessage());
        } catch (RequestFailed failure) {
            return new Answer(Outcome.UNREACHABLE, failure.getMessage());
        }
        // A listing never throws: it tells the run.
        RunResult result = run.result();
        if (!result.message().isEmpty()) {
            return new Answer(Outcome.REFUSED, result.message());
        }
        List<ItemFailure> failures = result.failures();
        return failures.isEmpty()
                ? new Answer(Outcome.ACCEPTED, "")
                : new Answer(Outcome.UNREACHABLE, failures.get(0).message());
    }
}
