package org.hrcamel.connector;

import java.util.function.BiConsumer;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** Checks what no single parameter can tell, such as "exactly one of these two". */
@FunctionalInterface
public interface CrossCheck {

    CrossCheck NONE = (auth, parameters, problem) -> {};

    /**
     * @param problem takes the parameter to point at and the end of a sentence that begins with its key
     */
    void check(Parameters auth, Parameters parameters, BiConsumer<Parameter<?>, String> problem);
}
