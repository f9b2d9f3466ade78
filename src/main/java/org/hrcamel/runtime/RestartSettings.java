package org.hrcamel.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;

/** The settings that count from the next start on only: what is changed of them while the runtime runs is told, lest somebody waits. */
final class RestartSettings {

    /** Of {@code hrcamel.}, those that the next deployment of a workflow reads. */
    static final Set<String> LIVE = Set.of(
            "hrcamel.state.max-attempts",
            "hrcamel.state.overlap",
            "hrcamel.state.keep-runs",
            "hrcamel.state.keep-runs-for");

    private final Map<String, String> atStart;

    RestartSettings(Settings settings) {
        this.atStart = values(settings);
    }

    private static Map<String, String> values(Settings settings) {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : settings.all()) {
            if (setting.key().startsWith("hrcamel.") && !LIVE.contains(setting.key())) {
                values.put(setting.key(), setting.value());
            }
        }
        return values;
    }

    List<Problem> problems(Settings settings) {
        Map<String, String> now = values(settings);
        Set<String> keys = new TreeSet<>(atStart.keySet());
        keys.addAll(now.keySet());
        List<Problem> problems = new ArrayList<>();
        for (String key : keys) {
            if (!Objects.equals(atStart.get(key), now.get(key))) {
                problems.add(Problem.warning(
                        settings.setting(key).map(Setting::position).orElseGet(() -> settings.nearest("hrcamel.")),
                        key + " was changed: it takes effect at the next start"));
            }
        }
        return problems;
    }
}
