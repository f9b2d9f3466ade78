package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.Collection;
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
        boolean known = !id.matches() || project.file(id.group(1)).isPresent();
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
        Collection<String> known = known(project, key);
        if (known.isEmpty() || known.contains(key)) {
            return Optional.empty();
        }
        String nearest = NearestName.suggestion(key, known);
        return Optional.of(Problem.error(setting.position(), setting.key() + " is no known setting" + nearest));
    }

    /** The keys that may stand where this one does; none where the operator may write what he likes. */
    private static Collection<String> known(Project project, String key) {
        if (key.startsWith("workflow.")) {
            return workflowKeys(project, key);
        }
        if (key.startsWith("connector.")) {
            return project.connectorKeys();
        }
        return key.startsWith("hrcamel.") ? RuntimeSettings.KEYS : List.of();
    }

    private static List<String> workflowKeys(Project project, String key) {
        Optional<RouteFile> file = file(project, key);
        Optional<DeclaredWorkflow> declared = file.flatMap(found -> project.workflow(found.name()));
        if (declared.isPresent()) {
            return keys(declared.get());
        }
        // What a broken file declares is not known; its own mistake is reported.
        return file.isPresent()
                ? List.of()
                : orNone(project.workflows().stream()
                        .flatMap(workflow -> keys(workflow).stream())
                        .toList());
    }

    /** The file whose workflow a key is of; a name may hold dots. */
    private static Optional<RouteFile> file(Project project, String key) {
        Optional<RouteFile> found = Optional.empty();
        int begin = "workflow.".length();
        for (int end = key.lastIndexOf('.'); end > begin && found.isEmpty(); end = key.lastIndexOf('.', end - 1)) {
            found = project.file(key.substring(begin, end));
        }
        return found;
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

    /** Every key that a connector declares. */
    static Set<String> connectorKeys(Project project) {
        TreeSet<String> keys = new TreeSet<>();
        for (Connector connector : project.connectors().all()) {
            VendorApi.parameters(connector).forEach(parameter -> keys.add(connector.prefix() + parameter.name()));
        }
        return keys;
    }
}
