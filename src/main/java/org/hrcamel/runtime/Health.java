package org.hrcamel.runtime;

import java.util.List;

/**
 * Whether the runtime is up, and does all that is expected of it.
 *
 * @param live whether Camel runs; if not, only a restart helps
 * @param troubles what an operator has to look after; none of them ends by a restart
 */
public record Health(boolean live, List<Trouble> troubles) {

    /**
     * One thing that is not as it should be.
     *
     * @param workflow id, empty for what concerns all
     * @param reason {@code broken}, {@code last_run_fatal} or {@code state_unreachable}
     * @param message a sentence for the operator, without payload or secret
     */
    public record Trouble(String workflow, String reason, String message) {}

    public boolean ready() {
        return live && troubles.isEmpty();
    }
}
