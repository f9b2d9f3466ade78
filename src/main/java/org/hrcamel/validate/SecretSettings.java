package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;
import org.hrcamel.workflow.WorkflowSettings;

/**
 * Which settings are secrets: those declared so, and the operator's own ones that these refer to. Under the product's own prefixes a
 * key that nothing declares counts as one too, since a file with a mistake does not tell what it declares.
 */
final class SecretSettings {

    private static final List<String> OURS = List.of("workflow.", "connector.", RuntimeSettings.PREFIX);
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([^{}:]+?)\\s*}}");

    private final Set<String> declared = new TreeSet<>();
    private final Set<String> secret = new TreeSet<>();

    private SecretSettings() {}

    static SecretSettings of(Project project) {
        return project.secrets();
    }

    static SecretSettings find(Project project) {
        SecretSettings settings = new SecretSettings();
        // Also of a file that for a mistake is no workflow now: its schedule is not one mistake more.
        for (RouteFile file : project.files()) {
            settings.declare(WorkflowSettings.prefix(file.name()), List.of(WorkflowSettings.SCHEDULE));
        }
        for (DeclaredWorkflow workflow : project.workflows()) {
            for (DeclaredWorkflow.Group group : workflow.groups()) {
                settings.declare(workflow.prefix(group), group.parameters());
            }
        }
        for (Connector connector : project.connectors().all()) {
            settings.declare(connector.prefix(), VendorApi.parameters(connector));
        }
        settings.declare(RuntimeSettings.PREFIX, RuntimeSettings.ALL);
        for (String key : List.copyOf(settings.secret)) {
            settings.follow(project.settings(), key);
        }
        return settings;
    }

    private void declare(String prefix, List<Parameter<?>> parameters) {
        for (Parameter<?> parameter : parameters) {
            declared.add(prefix + parameter.name());
            if (parameter.isSecret()) {
                secret.add(prefix + parameter.name());
            }
        }
    }

    private void follow(Settings settings, String key) {
        settings.setting(key).map(Setting::value).stream()
                .flatMap(SecretSettings::references)
                .filter(secret::add)
                .forEach(other -> follow(settings, other));
    }

    private static Stream<String> references(String value) {
        Matcher reference = REFERENCE.matcher(value);
        List<String> keys = new ArrayList<>();
        while (reference.find()) {
            keys.add(reference.group(1));
        }
        return keys.stream();
    }

    /** Whether nothing of it may be shown. */
    boolean isSecret(String key) {
        return secret.contains(key)
                || (!declared.contains(Parameters.withoutIndex(key))
                        && OURS.stream().anyMatch(key::startsWith));
    }

    /** Whether it certainly holds a secret. */
    boolean isDeclared(String key) {
        return secret.contains(key);
    }

    /** Of values that are secret only for what some of them hold: a function's name tells nothing, nor a database without its password. */
    static boolean mayBeSecret(String value) {
        if (value.startsWith("jdbc:")) {
            return value.contains("password") || value.contains("@");
        }
        return !value.startsWith("class:") && !value.startsWith("bean:");
    }

    /** The settings that certainly hold a secret, as they are written. */
    void each(Settings settings, Consumer<Setting> told) {
        secret.forEach(key -> settings.setting(key).ifPresent(told));
    }
}
