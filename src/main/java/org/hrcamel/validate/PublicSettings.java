package org.hrcamel.validate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/**
 * The settings that routes may use as <code>{{placeholders}}</code>. Secrets are not among them: what a route holds is readable in the
 * console and in route dumps.
 */
public final class PublicSettings {

    private PublicSettings() {}

    /** By key, unchangeable. */
    public static Map<String, String> of(Project project) {
        return project.publicSettings();
    }

    static Map<String, String> find(Project project) {
        SecretSettings secrets = SecretSettings.of(project);
        Map<String, String> properties = new TreeMap<>();
        for (Setting setting : project.settings().all()) {
            if (!secrets.isSecret(setting.key())) {
                properties.put(setting.key(), setting.value());
            }
        }
        for (DeclaredWorkflow workflow : project.workflows()) {
            properties.put(
                    WorkflowSettings.prefix(workflow.id()) + WorkflowSettings.SCHEDULE.name(),
                    WorkflowSettings.schedule(project.settings(), workflow.id()));
        }
        return Collections.unmodifiableMap(properties);
    }
}
