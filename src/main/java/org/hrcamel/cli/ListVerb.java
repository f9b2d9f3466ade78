package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Utc;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code list}: every workflow with its schedule, how its last run ended, and whether it can run. */
@Command(name = "list", description = "Lists the workflows.", mixinStandardHelpOptions = true)
final class ListVerb implements Verb {

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        Project project = program.options().project();
        Map<String, String> lastRuns = lastRuns(project);
        List<List<String>> rows = new ArrayList<>();
        for (DeclaredWorkflow workflow : project.workflows()) {
            rows.add(List.of(
                    workflow.id(),
                    workflow.direction(),
                    WorkflowSettings.schedule(project.settings(), workflow.id()),
                    lastRuns.getOrDefault(workflow.id(), "-"),
                    state(project, workflow)));
        }
        for (RouteFile file : project.files()) {
            for (Problem problem : file.problems()) {
                rows.add(List.of(file.name(), "", "", "", problem.toString()));
            }
        }
        if (rows.isEmpty()) {
            System.err.println("There are no workflows in " + project.routes());
            return WITH_PROBLEMS;
        }
        System.out.print(new Table("workflow", "direction", "schedule", "last run (UTC)", "state").text(rows));
        return SUCCESS;
    }

    /** How each workflow's last run ended, by route id. Without a state the list is worth something still. */
    private static Map<String, String> lastRuns(Project project) {
        Map<String, String> ends = new HashMap<>();
        try (ProjectState state = ProjectState.of(project)) {
            for (DeclaredWorkflow workflow : project.workflows()) {
                Optional<String> id = WorkflowSettings.workflowId(project.settings(), workflow.id());
                if (id.isPresent()) {
                    state.state()
                            .runs(id, 1)
                            .forEach(run ->
                                    ends.put(workflow.id(), Utc.text(run.startedAt()) + " " + RunHistory.ending(run)));
                }
            }
        } catch (StateFailed failure) {
            System.err.println("The last runs are not shown: " + failure.getMessage());
        }
        return ends;
    }

    private static String state(Project project, DeclaredWorkflow workflow) {
        WorkflowProblems problems = WorkflowProblems.of(project, workflow);
        List<Problem> errors = problems.all().stream().filter(Problem::isError).toList();
        String switched = problems.isEnabled() ? "enabled" : "not enabled";
        if (errors.isEmpty()) {
            return switched;
        }
        Problem first = errors.get(0);
        return switched + ", " + errors.size() + (errors.size() == 1 ? " problem: " : " problems, first: ")
                + (problems.isEnabled() ? first : first.asWarning());
    }
}
