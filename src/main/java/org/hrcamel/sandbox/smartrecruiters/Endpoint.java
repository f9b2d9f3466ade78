package org.hrcamel.sandbox.smartrecruiters;

import java.util.List;

/** The endpoints, each of which SmartRecruiters limits on its own (SmartRecruiters contract, sections 2, 4 and 6). */
enum Endpoint {
    LIST,
    DETAIL,
    FILES,
    FILES_OF_JOB,
    FILE,
    FILE_OF_CANDIDATE,
    NONE;

    static Endpoint of(List<String> path) {
        if (!path.get(0).equals("candidates") || path.contains("")) {
            return NONE;
        }
        return switch (path.size()) {
            case 1 -> LIST;
            case 2 -> DETAIL;
            case 3 -> path.get(1).equals("attachments") ? FILE : path.get(2).equals("attachments") ? FILES : NONE;
            case 4 -> path.get(2).equals("attachments") ? FILE_OF_CANDIDATE : NONE;
            case 5 -> path.get(2).equals("jobs") && path.get(4).equals("attachments") ? FILES_OF_JOB : NONE;
            default -> NONE;
        };
    }
}
