package org.hrcamel.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrcamel.workflow.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells problems of what the operator wrote in the log, each once for as long as it lasts. Used by one thread at a time. */
final class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    private final Map<String, Set<Problem>> told = new HashMap<>();

    /**
     * @param name of the file, empty for the project as a whole
     * @param problems all that it has now
     */
    void tell(String name, List<Problem> problems) {
        Set<Problem> before = told.getOrDefault(name, Set.of());
        for (Problem problem : problems) {
            if (!before.contains(problem)) {
                LOG.atLevel(problem.isError() ? Level.ERROR : Level.WARN).log("{}", problem);
            }
        }
        if (before.stream().anyMatch(Problem::isError) && problems.stream().noneMatch(Problem::isError)) {
            LOG.info("{} is mended", name.isEmpty() ? "What was wrong with the project as a whole" : name);
        }
        told.put(name, new HashSet<>(problems));
    }

    void forget(String name) {
        told.remove(name);
    }
}
