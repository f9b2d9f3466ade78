package org.hrcamel.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.PublicSettings;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.workflow.Fingerprint;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;
import org.hrcamel.workflow.Settings.UnresolvedPlaceholder;
import org.hrcamel.workflow.WorkflowSettings;
import org.jspecify.annotations.Nullable;

/** A short text that differs when a file must be deployed anew: its own text, and every setting that its routes work with. */
final class DeploymentFingerprint {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^{}:]+)[^{}]*}}");

    private DeploymentFingerprint() {}

    static String of(Project project, RouteFile file) {
        Fingerprint fingerprint = new Fingerprint().with("text", file.text());
        Map<String, String> known = PublicSettings.of(project);
        Matcher placeholder = PLACEHOLDER.matcher(file.text());
        while (placeholder.find()) {
            fingerprint.with(
                    placeholder.group(1), known.get(placeholder.group(1).strip()));
        }
        project.workflow(file.name()).ifPresent(workflow -> add(fingerprint, project.settings(), workflow));
        return fingerprint.text();
    }

    private static void add(Fingerprint fingerprint, Settings settings, DeclaredWorkflow workflow) {
        for (Setting setting : concerning(settings, workflow)) {
            fingerprint.with(setting.key(), value(settings, setting));
            WatchedFiles.program(settings, setting.value())
                    .ifPresent(program -> fingerprint.with("program", text(program)));
        }
    }

    private static List<Setting> concerning(Settings settings, DeclaredWorkflow workflow) {
        List<Setting> concerning = new ArrayList<>(settings.under(WorkflowSettings.prefix(workflow.id())));
        concerning.addAll(settings.under(workflow.origin().prefix()));
        concerning.addAll(settings.under(workflow.target().prefix()));
        RestartSettings.LIVE.stream()
                .map(settings::setting)
                .flatMap(Optional::stream)
                .forEach(concerning::add);
        return concerning;
    }

    /** Of one that cannot be read there is none; the workflow's problems say so. */
    private static @Nullable String text(Path program) {
        try {
            return Files.readString(program);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static Optional<String> value(Settings settings, Setting setting) {
        try {
            return settings.value(setting.key());
        } catch (UnresolvedPlaceholder unresolved) {
            return Optional.of(setting.value());
        }
    }
}
