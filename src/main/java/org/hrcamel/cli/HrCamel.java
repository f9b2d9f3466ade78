package org.hrcamel.cli;

import org.hrcamel.cli.ProjectOptions.UsageMistake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code hrcamel}: without a verb it is {@code start}. */
@Command(
        name = "hrcamel",
        description = "Keeps candidate profiles in step between applicant tracking systems and HrFlow.ai.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            StartVerb.class,
            RunVerb.class,
            ValidateVerb.class,
            ListVerb.class,
            DescribeVerb.class,
            RunsVerb.class,
            FailuresVerb.class,
            StateVerb.class,
            NewVerb.class,
            DemoVerb.class,
            SandboxVerb.class,
            RehearseVerb.class,
            DocsVerb.class
        })
public final class HrCamel implements Verb {

    private static final int WRONG_USAGE = 64;

    @Mixin
    private ProjectOptions options;

    ProjectOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        return StartVerb.start(options);
    }

    public static void main(String[] arguments) {
        int exitCode = commandLine().execute(arguments);
        System.out.flush();
        System.exit(exitCode);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new HrCamel());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((mistake, arguments) -> {
            CommandLine verb = mistake.getCommandLine();
            verb.getErr().println(mistake.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(mistake, verb.getErr());
            verb.getErr().println("See: " + verb.getCommandSpec().qualifiedName() + " --help");
            return WRONG_USAGE;
        });
        commandLine.setExecutionExceptionHandler((failure, verb, result) -> {
            verb.getErr().println(failure.getMessage());
            if (!(failure instanceof UsageMistake) && Boolean.getBoolean("hrcamel.debug")) {
                failure.printStackTrace(verb.getErr());
            }
            return failure instanceof UsageMistake ? WRONG_USAGE : Verb.FATAL;
        });
        return commandLine;
    }
}
