package org.hrcamel.cli;

import org.hrcamel.validate.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code state}: what is remembered of a workflow; the verbs below it show and forget it. */
@Command(
        name = "state",
        description = "Shows or forgets what is remembered of a workflow.",
        mixinStandardHelpOptions = true,
        subcommands = {StateShowVerb.class, StateResetVerb.class})
final class StateVerb {

    @ParentCommand
    private HrCamel program;

    Project project() {
        return program.options().project();
    }
}
