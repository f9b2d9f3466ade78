package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.state.StateFailed;

/** A target in memory: what each profile holds, which people have none, and how the next pushes fail. */
final class SimulatedProfiles {

    /** How the push of one item goes wrong. */
    enum Fault {
        /** It is refused: the target does not change. */
        REFUSED,
        /** It takes effect, and the answer is lost. */
        ANSWER_LOST,
        /** There is no answer, to anybody. */
        UNREACHABLE,
        /** The target refuses the credentials from now on. */
        ENDS_THE_RUN
    }

    private final Map<String, JsonNode> held = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private Map<String, Fault> faults = Map.of();
    private Plug plug;

    synchronized Map<String, JsonNode> held() {
        return new TreeMap<>(held);
    }

    /** Whether the target has no profile of this person. */
    synchronized void know(String reference, boolean known) {
        if (known) {
            unknown.remove(reference);
        } else {
            unknown.add(reference);
        }
    }

    synchronized boolean knows(String reference) {
        return !unknown.contains(reference);
    }

    synchronized void during(Map<String, Fault> faultsByReference, Plug ofTheProcess) {
        faults = faultsByReference;
        plug = ofTheProcess;
    }

    TargetSession session() {
        return (item, formatted, dryRun) -> dryRun ? preview(formatted) : push(item.reference(), formatted);
    }

    private static Outcome preview(JsonNode formatted) {
        return new Outcome.Previewed(List.of(new Change("content", JsonNodeFactory.instance.nullNode(), formatted)));
    }

    private synchronized Outcome push(String reference, JsonNode formatted) throws ItemFailed, RequestFailed, RunFatal {
        liveOn();
        if (unknown.contains(reference)) {
            throw new ItemFailed("profile_not_found", "there is no profile");
        }
        Fault fault = faults.get(reference);
        if (fault == Fault.REFUSED) {
            throw new ItemFailed("refused", "the target refuses");
        }
        if (fault == Fault.UNREACHABLE) {
            throw new RequestFailed(RequestFailed.Cause.CONNECTION, false, "the target is down");
        }
        if (fault == Fault.ENDS_THE_RUN) {
            throw new RunFatal(Reason.BAD_TARGET_PARAMETERS, "the credentials are refused");
        }
        JsonNode before = held.put(reference, formatted);
        liveOn();
        if (fault == Fault.ANSWER_LOST) {
            throw new ItemFailed("answer_lost", "the answer is lost");
        }
        return formatted.equals(before) ? new Outcome.Unchanged() : new Outcome.Written();
    }

    private void liveOn() throws RunFatal {
        try {
            plug.check();
        } catch (StateFailed dead) {
            throw new RunFatal(Reason.WRITE_FAILURE, dead.getMessage());
        }
    }
}
