package org.hrcamel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.cli.ProjectOptions.UsageMistake;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code new <id> --like <workflow>}: a second workflow of a kind, with its own file and its own keys. */
@Command(name = "new", description = "Makes a second workflow of a kind.", mixinStandardHelpOptions = true)
final class NewVerb implements Verb {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern STEP_ID = Pattern.compile("(?m)^(\\s*(?:- )?id:\\s*\"?)([A-Za-z0-9_-]+)(\"?\\s*)$");

    @Parameters(paramLabel = "<id>", description = "id of the new workflow: lower-case letters, digits, hyphens")
    private String id;

    @Option(names = "--like", required = true, paramLabel = "<workflow>", description = "id of the workflow to copy")
    private String like;

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() {
        Project project = program.options().project();
        DeclaredWorkflow pattern = ProjectOptions.workflow(project, like);
        if (!ID.matcher(id).matches()) {
            throw new UsageMistake(id + " is no id: use lower-case letters, digits and hyphens");
        }
        Path file = project.routes().resolve(id + RouteFile.SUFFIX);
        if (Files.exists(file) || hasKeys(project)) {
            throw new UsageMistake("There is a workflow " + id + " already");
        }
        try {
            Files.writeString(file, route(pattern.file().text(), like, id), StandardOpenOption.CREATE_NEW);
            append(program.options().config(), settings(project));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write: " + failure.getMessage(), failure);
        }
        System.out.println("Made " + file + " and the keys workflow." + id + ".* in "
                + program.options().config());
        System.out.println("Change there what differs, then: hrcamel run " + id + " --dry-run; it is not enabled yet");
        return SUCCESS;
    }

    private boolean hasKeys(Project project) {
        return project.settings().all().stream()
                .anyMatch(setting -> setting.key().startsWith(WorkflowSettings.prefix(id)));
    }

    /** The route under its new id; its steps too, since their ids are unique in the whole runtime. */
    static String route(String text, String old, String id) {
        String renamed = text.replaceAll("(?<![A-Za-z0-9-])" + Pattern.quote(old) + "(?![A-Za-z0-9-])", id);
        return STEP_ID.matcher(renamed).replaceAll(match -> {
            String step = match.group(2);
            String name = step.equals(id) ? step : id + "-" + step.substring(step.lastIndexOf('-') + 1);
            return Matcher.quoteReplacement(match.group(1) + name + match.group(3));
        });
    }

    private String settings(Project project) {
        StringBuilder text = new StringBuilder("\n# Made like " + like + "\n");
        String prefix = WorkflowSettings.prefix(like);
        String workflowId = WorkflowSettings.prefix(id) + WorkflowSettings.WORKFLOW_ID.name();
        text.append(workflowId).append(" = ").append(id).append('\n');
        // Nobody wants a twin that is live before anything in it was changed.
        String enabled = WorkflowSettings.prefix(id) + WorkflowSettings.ENABLED.name();
        text.append(enabled).append(" = false\n");
        List<Setting> copied = project.settings().all().stream()
                .filter(setting -> setting.key().startsWith(prefix))
                .toList();
        for (Setting setting : copied) {
            String key = WorkflowSettings.prefix(id) + setting.key().substring(prefix.length());
            if (!key.equals(workflowId) && !key.equals(enabled)) {
                text.append(key).append(" = ").append(escaped(setting.value())).append('\n');
            }
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static void append(Path settings, String text) throws IOException {
        boolean newline = Files.exists(settings) && !Files.readString(settings).endsWith("\n");
        Files.writeString(
                settings,
                (newline ? "\n" : "") + text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
