package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrcamel.connector.Connector;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code describe <workflow>}: every parameter with its present value, secrets masked. */
@Command(name = "describe", description = "Shows a workflow's parameters and values.", mixinStandardHelpOptions = true)
final class DescribeVerb implements Verb {

    @picocli.CommandLine.Parameters(paramLabel = "<workflow>", description = "id of the workflow")
    private String workflow;

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        Project project = program.options().project();
        DeclaredWorkflow declared = ProjectOptions.workflow(project, workflow);
        System.out.println(declared.id() + ": " + declared.direction() + ", "
                + declared.file().path());
        for (DeclaredWorkflow.Group group : declared.groups()) {
            describe(project.settings(), declared.prefix(group), group.parameters());
        }
        for (Connector connector : List.of(declared.origin(), declared.target())) {
            describe(project.settings(), connector.prefix(), VendorApi.parameters(connector));
        }
        return SUCCESS;
    }

    private static void describe(Settings settings, String prefix, List<Parameter<?>> parameters) {
        List<List<String>> rows = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            rows.add(List.of(
                    "  " + parameter.name() + (parameter.isRequired() ? " *" : ""),
                    parameter.type(),
                    value(settings, prefix, parameter),
                    parameter.description() + allowed(parameter)));
        }
        System.out.println();
        System.out.println(prefix + "…   (* required)");
        System.out.print(new Table("  name", "type", "value", "description").text(rows));
    }

    private static String allowed(Parameter<?> parameter) {
        return parameter.allowed().isEmpty() ? "" : " One of " + String.join(", ", parameter.allowed()) + ".";
    }

    /** The value as it stands in the settings, so that a placeholder stays one. */
    private static String value(Settings settings, String prefix, Parameter<?> parameter) {
        String key = prefix + parameter.name();
        String written = settings.setting(key).map(setting -> setting.value()).orElse("");
        if (written.isEmpty() && parameter.isList()) {
            written = String.join(", ", indexed(settings, key));
        }
        if (written.isEmpty()) {
            return parameter.defaultText().map(text -> text + " (default)").orElse("-");
        }
        // With nothing around it and no default, which would be the secret itself.
        boolean placeholder = written.matches("\\{\\{(env:)?[^{}:]+}}");
        return parameter.isSecret() && !placeholder ? "********" : written;
    }

    private static List<String> indexed(Settings settings, String key) {
        return settings.all().stream()
                .filter(setting -> !setting.key().equals(key)
                        && Parameters.withoutIndex(setting.key()).equals(key))
                .map(setting -> setting.value())
                .toList();
    }
}
