package org.hrcamel.workflow;

import java.util.Locale;

/** The steps of an item, in order. */
public enum Step {
    PULL,
    LOGICS,
    FORMAT,
    PUSH,
    CALLBACK;

    /** The name in a run result. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
