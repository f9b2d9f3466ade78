package org.hrcamel.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.http.Json;
import org.hrcamel.state.Failure;
import org.hrcamel.state.StateFailed;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Utc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code failures <workflow>}: the items that could not be delivered, oldest first. */
@Command(
        name = "failures",
        description = "Shows what could not be delivered; retry and forget change that list.",
        mixinStandardHelpOptions = true,
        subcommands = {RetryVerb.class, ForgetVerb.class})
final class FailuresVerb implements Verb {

    // Optional for the parser alone, since the verbs below this one have a workflow of their own.
    @Parameters(arity = "0..1", paramLabel = "<workflow>", description = "id of the workflow")
    private @Nullable String workflow;

    @Option(names = "--json", description = "one failure a line, as JSON")
    private boolean json;

    @ParentCommand
    private HrCamel program;

    @Spec
    private CommandSpec spec;

    Project project() {
        return program.options().project();
    }

    @Override
    public Integer call() throws StateFailed {
        if (workflow == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: '<workflow>'");
        }
        Project project = project();
        String id = ProjectState.workflowId(project, workflow);
        try (ProjectState state = ProjectState.of(project)) {
            List<Failure> failures = state.state().failures(id);
            if (failures.isEmpty()) {
                System.err.println("Nothing of " + workflow + " is listed as a failure");
            } else if (json) {
                failures.forEach(failure -> System.out.println(Json.text(json(state, failure))));
            } else {
                table(state, failures);
            }
            return SUCCESS;
        }
    }

    private void table(ProjectState state, List<Failure> failures) {
        List<List<String>> rows = failures.stream()
                .map(failure -> List.of(
                        failure.reference(),
                        failure.step(),
                        failure.reason(),
                        failure.attempts() + (state.waits(failure) ? ", waits" : ""),
                        Utc.text(failure.firstAt()),
                        Utc.text(failure.lastAt()),
                        failure.message()))
                .toList();
        System.out.print(new Table("reference", "step", "reason", "attempts", "first (UTC)", "last (UTC)", "message")
                .text(rows));
        if (failures.stream().anyMatch(state::waits)) {
            System.err.println("Those that wait have used up their attempts: hrcamel failures retry " + workflow
                    + " has them tried again");
        }
    }

    private ObjectNode json(ProjectState state, Failure failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("workflow", workflow)
                .put("reference", failure.reference())
                .put("step", failure.step())
                .put("reason", failure.reason())
                .put("attempts", failure.attempts())
                .put("waits", state.waits(failure))
                .put("first_at", failure.firstAt().toString())
                .put("last_at", failure.lastAt().toString())
                .put("message", failure.message());
    }
}
