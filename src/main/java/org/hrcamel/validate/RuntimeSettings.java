package org.hrcamel.validate;

import java.util.List;
import org.hrcamel.workflow.Parameter;

/** The settings of the runtime itself: {@code hrcamel.<name>}. */
public final class RuntimeSettings {

    public static final Parameter<String> LIBRARIES = Parameter.text(
                    "lib-ext", "Folder of jars with the operator's own logics, formats and callbacks.")
            .orElse("lib-ext");

    public static final List<Parameter<?>> ALL = List.of(LIBRARIES);

    public static final String PREFIX = "hrcamel.";

    /** The full keys. */
    static final List<String> KEYS =
            ALL.stream().map(parameter -> PREFIX + parameter.name()).toList();

    private RuntimeSettings() {}
}
