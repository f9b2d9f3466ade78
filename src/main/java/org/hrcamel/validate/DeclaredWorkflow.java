package org.hrcamel.validate;

import java.util.List;
import org.hrcamel.connector.Connector;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.WorkflowSettings;

/**
 * A workflow as its route file declares it: the endpoints that the route calls tell what it reads and what it writes.
 *
 * @param id route id and file name
 */
public record DeclaredWorkflow(String id, RouteFile file, Connector origin, Connector target) {

    /** From where to where, such as "JazzHR → HrFlow.ai". */
    public String direction() {
        return origin.title() + " → " + target.title();
    }

    /**
     * One group of a workflow's settings.
     *
     * @param name such as {@code pull_parameters}; empty for the settings that stand directly under the workflow
     */
    public record Group(String name, SideOf side, List<Parameter<?>> parameters) {}

    /** The groups in the order in which they are documented. */
    public List<Group> groups() {
        return List.of(
                new Group("", SideOf.WORKFLOW, WorkflowSettings.ALL),
                new Group(origin.authGroup(), SideOf.ORIGIN, origin.authParameters()),
                new Group(target.authGroup(), SideOf.TARGET, target.authParameters()),
                new Group(
                        "pull_parameters",
                        SideOf.ORIGIN,
                        origin.origin().orElseThrow().parameters()),
                new Group(
                        "push_parameters",
                        SideOf.TARGET,
                        target.target().orElseThrow().parameters()));
    }

    /** Everything before a group's parameter names, ending in a dot. */
    public String prefix(Group group) {
        return WorkflowSettings.prefix(id) + (group.name().isEmpty() ? "" : group.name() + ".");
    }
}
