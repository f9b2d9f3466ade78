package org.hrcamel.cli;

import java.util.List;
import java.util.Set;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code hrcamel}: without a verb it is {@code start}. */
@Command(
        name = "hrcamel",
        description = "Keeps candidate profiles in step between applicant tracking systems and HrFlow.ai.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class HrCamel implements Verb {

    private static final int WRONG_USAGE = 64;

    private static final List<Class<?>> VERBS = List.of(
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
            DocsVerb.class);

    @Mixin
    private ProjectOptions options;

    ProjectOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        return StartVerb.start(options);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Thread log = HeadStart.ofLog();
        CommandLine commandLine = commandLine(arguments);
        log.join();
        int exitCode = commandLine.execute(arguments);
        System.out.flush();
        System.exit(exitCode);
    }

    /** The exit code. */
    static int execute(String... arguments) {
        return commandLine(arguments).execute(arguments);
    }

    /** What understands these arguments. */
    static CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new HrCamel());
        verbs(Set.copyOf(List.of(arguments))).forEach(commandLine::addSubcommand);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((mistake, given) -> {
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

    /** A verb takes time to be described, so only those are that are named; all of them, where the names are wrong or asked for. */
    private static List<Class<?>> verbs(Set<String> arguments) {
        List<Class<?>> named = VERBS.stream()
                .filter(verb ->
                        arguments.contains(verb.getAnnotation(Command.class).name()))
                .toList();
        return named.isEmpty() || arguments.contains("-h") || arguments.contains("--help") ? VERBS : named;
    }
}
