package org.hrcamel.cli;

import java.time.Duration;
import java.util.Optional;
import org.hrcamel.state.Failure;
import org.hrcamel.state.JdbcState;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RuntimeSettings;
import org.hrcamel.validate.StateSettings;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Utc;
import org.hrcamel.workflow.WorkflowSettings;

/** The state that a project's settings name, open for as long as one verb works with it. */
final class ProjectState implements AutoCloseable {

    private final StateSettings settings;
    private final State state;

    private ProjectState(StateSettings settings) {
        this.settings = settings;
        this.state = new JdbcState(settings.options());
    }

    /**
     * @throws StateFailed when the settings do not tell where it is
     */
    static ProjectState of(Project project) throws StateFailed {
        Optional<Problem> broken = RuntimeSettings.problems(project.settings()).stream()
                .filter(Problem::isError)
                .findFirst();
        if (broken.isPresent()) {
            throw new StateFailed(broken.get().toString());
        }
        return new ProjectState(StateSettings.of(project.settings()));
    }

    /**
     * The name under which a workflow's state is kept.
     *
     * @param workflow route id, of one that exists or the caller is told so
     * @throws StateFailed when the settings do not tell it
     */
    static String workflowId(Project project, String workflow) throws StateFailed {
        ProjectOptions.workflow(project, workflow);
        return WorkflowSettings.workflowId(project.settings(), workflow)
                .orElseThrow(() -> new StateFailed("%s%s is missing: it names what is kept of %s"
                        .formatted(WorkflowSettings.prefix(workflow), WorkflowSettings.WORKFLOW_ID.name(), workflow)));
    }

    /** The sentence that another run holds the workflow; one that was killed holds it for a while too. */
    static String underWay(Project project, String workflow) {
        Duration lease = StateSettings.of(project.settings()).options().lease();
        return "Another run of %s is under way, or was killed less than %s ago (hrcamel.state.lease)"
                .formatted(workflow, Utc.text(lease));
    }

    State state() {
        return state;
    }

    /** Without what may hold a password. */
    String location() {
        return settings.options().location();
    }

    /** Whether a failure has used up its attempts, so that only an operator can have it tried again. */
    boolean waits(Failure failure) {
        return failure.attempts() >= settings.maxAttempts();
    }

    @Override
    public void close() {
        state.close();
    }
}
