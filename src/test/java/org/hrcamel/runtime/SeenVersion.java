package org.hrcamel.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which version of a workflow ran last: the first step of the routes that tests edit calls it.
 *
 * @param text number of the route file's version
 * @param mark number of the settings' version
 */
public record SeenVersion(int text, int mark) {

    private static final Map<String, SeenVersion> LAST = new ConcurrentHashMap<>();

    /** Called by the route. */
    public static void saw(String workflow, int text, int mark) {
        LAST.put(workflow, new SeenVersion(text, mark));
    }

    static SeenVersion last(String workflow) {
        return LAST.get(workflow);
    }

    static void forget(String workflow) {
        LAST.remove(workflow);
    }

    /** A shipped route that tells of itself when it runs. */
    static String tell(String route, String workflow, int text) {
        String step = """
                      steps:
                        - bean:
                            id: %1$s-seen
                            beanType: %2$s
                            method: "saw('%1$s', %3$d, {{mark.%1$s}})"
                """.formatted(workflow, SeenVersion.class.getName(), text);
        return route.replaceFirst("(?m)^      steps:\\R", step.replace("$", "\\$"));
    }
}
