package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/** Every key is one that something declares; another is most often a slip of the pen, so the nearest one is named. */
final class KnownKeys implements Rule {

    private static final Pattern WORKFLOW_KEY = Pattern.compile("workflow\\.([^.]+)\\..*");

    @Override
    public void check(Project project, Consumer<Problem> report) {
        Set<String> strangers = new HashSet<>();
        for (Setting setting : project.settings().all()) {
            Optional<String> stranger = stranger(project, setting.key());
            if (stranger.isEmpty()) {
                unknown(project, setting).ifPresent(report);
            } else if (strangers.add(stranger.get())) {
                report.accept(noSuchWorkflow(project, setting, stranger.get()));
            }
        }
    }

    /** The id in a key of a workflow that has no file, told once rather than for each of its keys. */
    private static Optional<String> stranger(Project project, String key) {
        Matcher id = WORKFLOW_KEY.matcher(key);
        boolean known = !id.matches()
                || project.files().stream().anyMatch(file -> file.name().equals(id.group(1)));
        return known ? Optional.empty() : Optional.of(id.group(1));
    }

    private static Problem noSuchWorkflow(Project project, Setting setting, String id) {
        List<String> names = project.files().stream().map(RouteFile::name).toList();
        String nearest = NearestName.suggestion(id, names);
        return Problem.error(
                setting.position(),
                "there is no workflow " + id + ", that is no file "
                        + project.routes().resolve(id + RouteFile.SUFFIX) + nearest);
    }

    /** The problem of one key, if it is unknown. */
    static Optional<Problem> unknown(Project project, Setting setting) {
        String key = Parameters.withoutIndex(setting.key());
        List<String> known = known(project, key);
        if (known.isEmpty() || known.contains(key)) {
            return Optional.empty();
        }
        String nearest = NearestName.suggestion(key, known);
        return Optional.of(Problem.error(setting.position(), setting.key() + " is no known setting" + nearest));
    }

    /** The keys that may stand where this one does; none where the operator may write what he likes. */
    private static List<String> known(Project project, String key) {
        if (key.startsWith("workflow.")) {
            return workflowKeys(project, key);
        }
        if (key.startsWith("connector.")) {
            return connectorKeys(project);
        }
        return key.startsWith("hrcamel.") ? RuntimeSettings.KEYS : List.of();
    }

    private static List<String> workflowKeys(Project project, String key) {
        for (DeclaredWorkflow workflow : project.workflows()) {
            if (key.startsWith(WorkflowSettings.prefix(workflow.id()))) {
                return keys(workflow);
            }
        }
        boolean broken =
                project.files().stream().anyMatch(file -> key.startsWith(WorkflowSettings.prefix(file.name())));
        // What a broken file declares is not known; its own mistake is reported.
        return broken
                ? List.of()
                : orNone(project.workflows().stream()
                        .flatMap(workflow -> keys(workflow).stream())
                        .toList());
    }

    private static List<String> orNone(List<String> all) {
        return all.isEmpty() ? List.of("workflow.<id>.…, with a file of that name in the routes folder") : all;
    }

    /** Every key that a workflow declares. */
    static List<String> keys(DeclaredWorkflow workflow) {
        List<String> keys = new ArrayList<>();
        for (DeclaredWorkflow.Group group : workflow.groups()) {
            group.parameters().forEach(parameter -> keys.add(workflow.prefix(group) + parameter.name()));
        }
        return keys;
    }

    private static List<String> connectorKeys(Project project) {
        TreeSet<String> keys = new TreeSet<>();
        for (Connector connector : project.connectors().all()) {
            VendorApi.parameters(connector)
                    .forEach(parameter -> keys.add("connector." + connector.name() + "." + parameter.name()));
        }
        return List.copyOf(keys);
    }
}
