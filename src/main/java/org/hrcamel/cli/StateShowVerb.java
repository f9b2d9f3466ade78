package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.runtime.SettingsFingerprints;
import org.hrcamel.state.Cursor;
import org.hrcamel.state.Failure;
import org.hrcamel.state.FinishedRun;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Utc;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code state show <workflow>}: how far a workflow has come, and where that is remembered. */
@Command(name = "show", description = "Shows what is remembered of a workflow.", mixinStandardHelpOptions = true)
final class StateShowVerb implements Verb {

    @Parameters(paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @ParentCommand
    private StateVerb parent;

    @Override
    public Integer call() throws StateFailed {
        Project project = parent.project();
        DeclaredWorkflow declared = ProjectOptions.workflow(project, workflow);
        String id = ProjectState.workflowId(project, workflow);
        try (ProjectState state = ProjectState.of(project)) {
            Optional<FinishedRun> last =
                    state.state().runs(Optional.of(id), 1).stream().findFirst();
            Optional<Cursor> cursor = state.state().cursor(id);
            long delivered = state.state().deliveredCount(id);
            List<Failure> failures = state.state().failures(id);
            System.out.println(workflow);
            line("state", state.location() + ", under " + id);
            line("cursor", cursor.map(found -> cursor(project, declared, found)).orElse("none"));
            line("delivered", delivered + (delivered == 1 ? " item" : " items"));
            line("failures", failures(state, failures));
            line("last run", last.map(StateShowVerb::run).orElse("no run yet, or none that has ended"));
            return SUCCESS;
        }
    }

    private static void line(String name, String value) {
        System.out.printf("  %-11s%s%n", name, value);
    }

    /** A cursor tells the next run where to begin only while the settings ask for what they asked for then. */
    private static String cursor(Project project, DeclaredWorkflow declared, Cursor cursor) {
        String time = Utc.text(cursor.asOf()) + " UTC";
        boolean changed = SettingsFingerprints.of(project, declared)
                .filter(now -> !now.listing().equals(cursor.listing()))
                .isPresent();
        if (!incremental(project, declared)) {
            return time + "; not used, since incremental is not true";
        }
        return changed ? time + "; the settings have changed since, so the next run lists everything" : time;
    }

    private static boolean incremental(Project project, DeclaredWorkflow declared) {
        return WorkflowSettings.parse(project.settings(), declared.id(), problem -> {})
                .values()
                .find(WorkflowSettings.INCREMENTAL)
                .orElse(false);
    }

    private static String failures(ProjectState state, List<Failure> failures) {
        long waiting = failures.stream().filter(state::waits).count();
        List<String> parts = new ArrayList<>();
        if (failures.size() > waiting) {
            parts.add(failures.size() - waiting + " to be tried again by the next run");
        }
        if (waiting > 0) {
            parts.add(waiting + " waiting for hrcamel failures retry");
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static String run(FinishedRun run) {
        return "%s UTC: %s".formatted(Utc.text(run.startedAt()), RunHistory.ending(run));
    }
}
