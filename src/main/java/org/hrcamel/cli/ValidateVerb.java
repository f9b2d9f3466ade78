package org.hrcamel.cli;

import java.util.List;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.Rules;
import org.hrcamel.workflow.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code validate}: every problem of the settings and the routes, each with its place, all at once. */
@Command(name = "validate", description = "Checks every file and key.", mixinStandardHelpOptions = true)
final class ValidateVerb implements Verb {

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        Project project = program.options().project();
        List<Problem> problems = Rules.check(project);
        problems.forEach(System.out::println);
        if (problems.isEmpty()) {
            System.err.println(project.workflows().size() + " workflows, no problems");
        }
        return problems.stream().anyMatch(Problem::isError) ? WITH_PROBLEMS : SUCCESS;
    }
}
