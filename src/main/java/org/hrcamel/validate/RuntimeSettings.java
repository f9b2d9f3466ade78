package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;

/** The settings of the runtime itself: {@code hrcamel.<name>}. */
public final class RuntimeSettings {

    public static final Parameter<String> LIBRARIES = Parameter.text(
                    "lib-ext", "Folder of jars with the operator's own logics, formats and callbacks.")
            .orElse("lib-ext");

    public static final List<Parameter<?>> ALL = Stream.of(
                    Stream.of(LIBRARIES),
                    StateSettings.ALL.stream(),
                    ConsoleSettings.ALL.stream(),
                    LogSettings.ALL.stream())
            .<Parameter<?>>flatMap(group -> group)
            .toList();

    public static final String PREFIX = "hrcamel.";

    /** The full keys. */
    static final List<String> KEYS =
            ALL.stream().map(parameter -> PREFIX + parameter.name()).toList();

    private RuntimeSettings() {}

    /** What is wrong with the values. */
    public static List<Problem> problems(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        Parameters.parse(settings, PREFIX, ALL, problems::add);
        return problems;
    }

    /** As far as it keeps a workflow from running: without a console, and with a log of text, runs do very well. */
    static List<Problem> problemsOfRuns(Settings settings) {
        List<Problem> problems = new ArrayList<>();
        List<Parameter<?>> ofRuns = ALL.stream()
                .filter(parameter -> !ConsoleSettings.ALL.contains(parameter) && !LogSettings.ALL.contains(parameter))
                .toList();
        Parameters.parse(settings, PREFIX, ofRuns, problems::add);
        return problems;
    }
}
