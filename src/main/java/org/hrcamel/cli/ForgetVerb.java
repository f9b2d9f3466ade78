package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.state.State;
import org.hrcamel.state.StateFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code failures forget <workflow> <reference>… | --all}: takes failures off the list, undelivered. */
@Command(name = "forget", description = "Takes failures off the list, undelivered.", mixinStandardHelpOptions = true)
final class ForgetVerb implements Verb {

    @Parameters(index = "0", paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @Parameters(index = "1..*", paramLabel = "<reference>", description = "which ones")
    private List<String> references = new ArrayList<>();

    @Option(names = "--all", description = "all of the workflow")
    private boolean all;

    @ParentCommand
    private FailuresVerb failures;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StateFailed {
        if (all != references.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name the references to forget, or all of them by --all");
        }
        return ListedFailures.change(failures.project(), workflow, references, State::forget, "forgotten, undelivered");
    }
}
