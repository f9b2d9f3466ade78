package org.hrcamel.sandbox.smartrecruiters;

/** How the last page of a list says that there is no further one (SmartRecruiters contract, rule U3). */
public enum LastPage {
    /** Without {@code nextPageId}. */
    ABSENT,
    /** {@code "nextPageId": null}. */
    NULL,
    /** {@code "nextPageId": ""}. */
    EMPTY
}
