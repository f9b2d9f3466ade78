package org.hrcamel.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/** What keeps one workflow from running, and which side is to blame. */
public final class WorkflowProblems {

    private final Map<SideOf, List<Problem>> problems = new EnumMap<>(SideOf.class);
    private final boolean enabled;

    private WorkflowProblems(boolean enabled) {
        this.enabled = enabled;
    }

    public static WorkflowProblems of(Project project, DeclaredWorkflow workflow) {
        ParsedWorkflow parsed = ParsedWorkflow.parse(
                workflow,
                project.settings(),
                OperatorFunctions.of(project.settings()).withoutBeans(),
                url -> result -> {});
        WorkflowProblems found = new WorkflowProblems(parsed.isEnabled());
        for (SideOf side : SideOf.values()) {
            found.of(side).addAll(parsed.problems(side));
        }
        found.unknownKeys(project, workflow);
        RuntimeSettings.problemsOfRuns(project.settings()).forEach(found.of(SideOf.STATE)::add);
        found.connector(project, workflow.origin(), SideOf.ORIGIN);
        found.connector(project, workflow.target(), SideOf.TARGET);
        project.settings().problems().stream()
                .filter(problem -> problem.message().startsWith(WorkflowSettings.prefix(workflow.id())))
                .forEach(found.of(SideOf.WORKFLOW)::add);
        found.of(SideOf.WORKFLOW).addAll(project.textProblems(workflow.file()));
        UniqueWorkflowIds.of(project, workflow.id()).forEach(found.of(SideOf.WORKFLOW)::add);
        return found;
    }

    private List<Problem> of(SideOf side) {
        return problems.computeIfAbsent(side, first -> new ArrayList<>());
    }

    private void unknownKeys(Project project, DeclaredWorkflow workflow) {
        String prefix = WorkflowSettings.prefix(workflow.id());
        for (Setting setting : project.settings().under(prefix)) {
            String group = setting.key().substring(prefix.length()).split("\\.")[0];
            KnownKeys.unknown(project, setting)
                    .ifPresent(problem -> of(side(workflow, group)).add(problem));
        }
    }

    private static SideOf side(DeclaredWorkflow workflow, String group) {
        return workflow.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .map(DeclaredWorkflow.Group::side)
                .findFirst()
                .orElse(SideOf.WORKFLOW);
    }

    private void connector(Project project, Connector connector, SideOf side) {
        VendorApi.of(connector, project.settings(), null, of(side)::add);
        for (Setting setting : project.settings().under(connector.prefix())) {
            KnownKeys.unknown(project, setting).ifPresent(of(side)::add);
        }
    }

    /** Whether the workflow is enabled, as far as that can be told. */
    public boolean isEnabled() {
        return enabled;
    }

    public List<Problem> all() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** What a run would fail with, or empty when nothing is in the way. */
    public Optional<Reason> reason() {
        return problems.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Problem::isError))
                .map(entry -> entry.getKey().reason())
                .findFirst();
    }
}
