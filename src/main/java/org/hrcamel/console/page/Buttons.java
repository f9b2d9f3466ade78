package org.hrcamel.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hrcamel.runtime.Operations;
import org.hrcamel.state.StateFailed;
import org.hrcamel.workflow.RunRequest;

/** What the buttons of a workflow's page do. */
final class Buttons {

    private final Operations operations;

    Buttons(Operations operations) {
        this.operations = operations;
    }

    /**
     * @param action last part of the form's address
     * @return what became of it, or empty when there is no such button
     */
    Optional<Flash> press(String workflow, String action, HttpServletRequest request) {
        return switch (action) {
            case "run" -> Optional.of(run(workflow, RunRequest.AS_SET, "A run begins."));
            case "full-run" ->
                Optional.of(run(workflow, RunRequest.FULL, "A full run begins: everything is delivered again."));
            case "dry-run" ->
                Optional.of(run(
                        workflow,
                        RunRequest.DRY_RUN,
                        "A dry run begins. Its result will show below; nothing is written."));
            case "stop" ->
                Optional.of(
                        operations.stop(workflow)
                                ? Flash.done("The run ends as soon as the items on the way are finished.")
                                : Flash.refused("No run is under way."));
            case "pause" -> {
                operations.pause(workflow);
                yield Optional.of(
                        Flash.done("Paused: its schedule rests until it is resumed, or the program is started again."));
            }
            case "resume" -> {
                operations.resume(workflow);
                yield Optional.of(Flash.done("Resumed: it runs on its schedule again."));
            }
            case "retry" -> Optional.of(retry(workflow, request));
            default -> Optional.empty();
        };
    }

    private Flash run(String workflow, RunRequest request, String begins) {
        return switch (operations.run(workflow, request)) {
            case STARTED -> Flash.done(begins);
            case ALREADY_RUNNING -> Flash.refused("A run is under way already; try again when it has ended.");
            case NOT_DEPLOYED ->
                Flash.refused("It cannot run: it is not enabled, or its file or settings have errors.");
        };
    }

    private Flash retry(String workflow, HttpServletRequest request) {
        String reference = request.getParameter("reference");
        int marked;
        try {
            marked = operations.retry(workflow, reference == null ? List.of() : List.of(reference));
        } catch (StateFailed failure) {
            return Flash.refused(failure.getMessage());
        }
        if (marked == 0) {
            return Flash.refused("Nothing to try again: it is no longer listed as a failure.");
        }
        String what = marked == 1 ? "1 failure" : marked + " failures";
        if (request.getParameter("now") == null) {
            return Flash.done(what + " will be tried again by the next run.");
        }
        Flash begun = run(workflow, RunRequest.AS_SET, "A run begins, which tries " + what + " again.");
        return begun.done()
                ? begun
                : Flash.refused(what + " will be tried again by the next run; none could begin. " + begun.sentence());
    }
}
