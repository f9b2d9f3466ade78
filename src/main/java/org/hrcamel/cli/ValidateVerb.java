package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.Rules;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code validate}: every problem of the settings and the routes, each with its place, all at once. */
@Command(name = "validate", description = "Checks every file and key.", mixinStandardHelpOptions = true)
final class ValidateVerb implements Verb {

    @Option(names = "--online", description = "try the credentials with the vendors too, by one cheap read each")
    private boolean online;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "json prints one array, for editors (default: ${DEFAULT-VALUE})")
    private ProblemFormat format;

    @Parameters(
            paramLabel = "<workflow>",
            arity = "0..*",
            description = "whose credentials --online tries, enabled or not (default: of all that are enabled)")
    private List<String> workflows = new ArrayList<>();

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        if (!online && !workflows.isEmpty()) {
            throw new UsageMistake("validate checks all files at once; a workflow is named with --online only");
        }
        Project project = program.options().project();
        List<Problem> problems = new ArrayList<>(Rules.check(project));
        if (online) {
            // The result is what was asked for, and with json that is the array alone.
            Consumer<String> lines = format == ProblemFormat.JSON ? System.err::println : System.out::println;
            problems.addAll(new OnlineCheck(project, lines).of(tried(project)));
            problems.sort(Comparator.comparing(Problem::position));
        }
        System.out.print(format.of(problems));
        System.out.flush();
        if (problems.isEmpty()) {
            System.err.println(project.workflows().size() + " workflows, no problems");
        }
        return problems.stream().anyMatch(Problem::isError) ? WITH_PROBLEMS : SUCCESS;
    }

    private List<DeclaredWorkflow> tried(Project project) {
        if (!workflows.isEmpty()) {
            return workflows.stream()
                    .distinct()
                    .map(name -> ProjectOptions.workflow(project, name))
                    .toList();
        }
        List<DeclaredWorkflow> enabled = project.workflows().stream()
                .filter(workflow -> WorkflowProblems.of(project, workflow).isEnabled())
                .toList();
        if (enabled.isEmpty()) {
            System.err.println("No workflow is enabled: name those whose credentials shall be tried");
        }
        return enabled;
    }
}
