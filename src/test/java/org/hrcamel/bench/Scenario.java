package org.hrcamel.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One workflow under one load.
 *
 * @param system the applicant tracking system of the workflow, by its connector's name
 * @param latencyMillis how long each answer of a vendor takes at least
 * @param resumes whether everybody's résumé is uploaded, else nobody's
 * @param settings of the program, beside those that point it at the simulated vendors
 * @param javaOptions of the program
 * @param warmUps runs that are not measured
 */
record Scenario(
        String name,
        String system,
        int profiles,
        int latencyMillis,
        boolean resumes,
        Map<String, String> settings,
        List<String> javaOptions,
        int warmUps,
        int runs) {

    /** Until the compiler has little left to do. */
    private static final int WARM_UPS = 6;

    private static final List<String> CONNECTORS =
            List.of("jazzhr", "flatchr", "greenhouse", "smartrecruiters", "hrflow", "breezyhr");

    /** Everybody is new in each run, and nothing limits the requests. */
    static Scenario of(String name, String system, int profiles, int latencyMillis) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String connector : CONNECTORS) {
            settings.put("connector." + connector + ".rate-limit", "none");
            settings.put("connector." + connector + ".max-concurrent", "none");
        }
        return new Scenario(name, system, profiles, latencyMillis, false, settings, List.of(), WARM_UPS, 3);
    }

    String workflow() {
        return workflow(system);
    }

    /** The shipped workflow of an applicant tracking system. */
    static String workflow(String system) {
        return system.equals("breezyhr") ? "hrflow-update-profiles-in-breezyhr" : system + "-update-profiles-in-hrflow";
    }

    /** With a setting of the workflow, such as {@code parallelism}. */
    Scenario with(String name, Object value) {
        return withSetting("workflow." + workflow() + "." + name, value);
    }

    Scenario withSetting(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value.toString());
        return new Scenario(name, system, profiles, latencyMillis, resumes, more, javaOptions, warmUps, runs);
    }

    Scenario withResumes() {
        return new Scenario(name, system, profiles, latencyMillis, true, settings, javaOptions, warmUps, runs);
    }

    Scenario withJava(String option) {
        List<String> more = new ArrayList<>(javaOptions);
        more.add(option);
        return new Scenario(name, system, profiles, latencyMillis, resumes, settings, more, warmUps, runs);
    }

    Scenario repeated(int unmeasured, int measured) {
        return new Scenario(
                name, system, profiles, latencyMillis, resumes, settings, javaOptions, unmeasured, measured);
    }
}
