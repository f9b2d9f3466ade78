package org.hrcamel.cli;

import java.util.List;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.workflow.Parameter;

/** The documentation page of a workflow, in Markdown, made of the declarations of its parameters. */
final class WorkflowPage {

    private WorkflowPage() {}

    static String of(DeclaredWorkflow workflow) {
        StringBuilder page =
                new StringBuilder("<!-- Generated from the connectors' declarations by `hrcamel docs`. -->\n");
        page.append("# ").append(workflow.id()).append("\n\n");
        page.append("Sends updated profiles from ")
                .append(workflow.origin().title())
                .append(" to ");
        page.append(workflow.target().title()).append(".\n");
        for (DeclaredWorkflow.Group group : workflow.groups()) {
            table(
                    page,
                    "workflow." + workflow.id() + "." + (group.name().isEmpty() ? "" : group.name() + "."),
                    group.parameters());
        }
        for (Connector connector : List.of(workflow.origin(), workflow.target())) {
            table(page, connector.prefix(), VendorApi.parameters(connector));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String prefix, List<Parameter<?>> parameters) {
        page.append("\n## `").append(prefix).append("*`\n\n");
        page.append("| name | type | required | default | description |\n| --- | --- | --- | --- | --- |\n");
        for (Parameter<?> parameter : parameters) {
            String allowed =
                    parameter.allowed().isEmpty() ? "" : " One of `" + String.join("`, `", parameter.allowed()) + "`.";
            page.append("| `")
                    .append(parameter.name())
                    .append("` | ")
                    .append(parameter.type())
                    .append(" | ");
            page.append(parameter.isRequired() ? "yes" : "").append(" | ");
            page.append(parameter.defaultText().map(text -> "`" + text + "`").orElse(""))
                    .append(" | ");
            page.append(parameter.description().replace("|", "\\|")).append(allowed);
            page.append(parameter.isSecret() ? " Secret." : "").append(" |\n");
        }
    }
}
