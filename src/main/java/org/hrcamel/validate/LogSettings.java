package org.hrcamel.validate;

import java.util.List;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Settings;

/** The settings of the log: {@code hrcamel.log.<name>}. */
public record LogSettings(Parameters values) {

    private static final String JSON = "json";

    static final Parameter<String> FORMAT = Parameter.text(
                    "log.format", "How a line of the log is written: text for people, json for programs.")
            .oneOf("text", JSON)
            .orElse("text");

    static final List<Parameter<?>> ALL = List.of(FORMAT);

    /** The settings as far as they are sound. */
    public static LogSettings of(Settings settings) {
        return new LogSettings(Parameters.parse(settings, RuntimeSettings.PREFIX, ALL, problem -> {}));
    }

    /** Whether each line is one JSON object. */
    public boolean isJson() {
        return values.find(FORMAT).filter(JSON::equals).isPresent();
    }
}
