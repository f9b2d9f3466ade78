package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/** No two workflows keep their state under one name: each would take for delivered what only the other one delivered. */
final class UniqueWorkflowIds implements Rule {

    private static final String PREFIX = "workflow.";

    /** Two workflows of one name, in the order in which the operator wrote them. */
    record Pair(String first, String second, Problem problem) {}

    private record Owner(String workflow, Setting setting) {}

    @Override
    public void check(Project project, Consumer<Problem> report) {
        project.sharedWorkflowIds().forEach(pair -> report.accept(pair.problem()));
    }

    /** What keeps one workflow from running: whose state it is cannot be told, so neither of the two may write it. */
    static List<Problem> of(Project project, String workflow) {
        return project.sharedWorkflowIds().stream()
                .filter(pair -> pair.first().equals(workflow) || pair.second().equals(workflow))
                .map(Pair::problem)
                .toList();
    }

    static List<Pair> pairs(Project project) {
        List<Pair> pairs = new ArrayList<>();
        Map<String, Owner> owners = new HashMap<>();
        for (Setting setting : project.settings().all()) {
            Optional<String> workflow = workflow(project, setting);
            Optional<String> id = workflow.flatMap(name -> WorkflowSettings.workflowId(project.settings(), name));
            if (id.isEmpty()) {
                continue;
            }
            Owner first = owners.putIfAbsent(id.get(), new Owner(workflow.get(), setting));
            if (first != null) {
                pairs.add(new Pair(first.workflow(), workflow.get(), problem(first.setting(), setting, id.get())));
            }
        }
        return pairs;
    }

    private static Optional<String> workflow(Project project, Setting setting) {
        String suffix = "." + WorkflowSettings.WORKFLOW_ID.name();
        String key = setting.key();
        return key.startsWith(PREFIX) && key.endsWith(suffix) && key.length() > PREFIX.length() + suffix.length()
                ? project.workflow(key.substring(PREFIX.length(), key.length() - suffix.length()))
                        .map(DeclaredWorkflow::id)
                : Optional.empty();
    }

    private static Problem problem(Setting first, Setting second, String id) {
        return Problem.error(
                second.position(),
                "%s is %s, as %s is already (%s): each workflow keeps a state of its own"
                        .formatted(second.key(), id, first.key(), first.position()));
    }
}
