package org.hrcamel.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/**
 * The settings that routes may use as <code>{{placeholders}}</code>. Credentials are not among them: what a route holds is readable in
 * the console and in route dumps.
 */
final class PublicSettings {

    private PublicSettings() {}

    static Map<String, String> of(Project project) {
        Map<String, String> properties = new TreeMap<>();
        for (Setting setting : project.settings().all()) {
            if (!isSecret(setting.key())) {
                properties.put(setting.key(), setting.value());
            }
        }
        for (DeclaredWorkflow workflow : project.workflows()) {
            properties.put(
                    WorkflowSettings.prefix(workflow.id()) + WorkflowSettings.SCHEDULE.name(),
                    WorkflowSettings.schedule(project.settings(), workflow.id()));
        }
        return properties;
    }

    private static boolean isSecret(String key) {
        return key.contains("_auth.")
                || key.endsWith("." + WorkflowSettings.CALLBACK.name())
                || key.startsWith("hrcamel.state.")
                || key.contains("password");
    }
}
