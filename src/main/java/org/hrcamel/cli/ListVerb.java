package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code list}: every workflow with its schedule and whether it can run. */
@Command(name = "list", description = "Lists the workflows.", mixinStandardHelpOptions = true)
final class ListVerb implements Verb {

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        Project project = program.options().project();
        List<List<String>> rows = new ArrayList<>();
        for (DeclaredWorkflow workflow : project.workflows()) {
            rows.add(List.of(
                    workflow.id(),
                    workflow.origin().title() + " → " + workflow.target().title(),
                    WorkflowSettings.schedule(project.settings(), workflow.id()),
                    state(project, workflow)));
        }
        for (RouteFile file : project.files()) {
            for (Problem problem : file.problems()) {
                rows.add(List.of(file.name(), "", "", problem.toString()));
            }
        }
        if (rows.isEmpty()) {
            System.err.println("There are no workflows in " + project.routes());
            return WITH_PROBLEMS;
        }
        System.out.print(new Table("workflow", "direction", "schedule", "state").text(rows));
        return SUCCESS;
    }

    private static String state(Project project, DeclaredWorkflow workflow) {
        WorkflowProblems problems = WorkflowProblems.of(project, workflow);
        long errors = problems.all().stream().filter(Problem::isError).count();
        String switched = problems.isEnabled() ? "enabled" : "not enabled";
        if (errors == 0) {
            return switched;
        }
        return switched + ", " + errors + (errors == 1 ? " problem: " : " problems, first: ")
                + problems.all().stream().filter(Problem::isError).findFirst().orElseThrow();
    }
}
