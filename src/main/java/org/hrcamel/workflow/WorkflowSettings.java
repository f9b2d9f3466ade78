package org.hrcamel.workflow;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrcamel.workflow.Settings.UnresolvedPlaceholder;
import org.quartz.CronExpression;

/** The settings that every workflow has, whatever its vendors: {@code workflow.<id>.<name>}. */
public record WorkflowSettings(Parameters values) {

    public static final Parameter<String> WORKFLOW_ID = Parameter.text(
                    "workflow_id", "Stable identifier under which this workflow's state is kept.")
            .asRequired();

    public static final Parameter<Boolean> ENABLED = Parameter.flag(
                    "enabled", "Whether start runs this workflow on its schedule.")
            .orElse("true");

    public static final Parameter<String> SCHEDULE = Parameter.custom(
                    "schedule", "string", "When it runs: a Quartz cron expression.", WorkflowSettings::cron)
            .orElse("0 0/15 * * * ?");

    public static final Parameter<List<String>> LOGICS = Parameter.custom(
            "logics",
            "array",
            "Functions called in turn with each item; each returns the item, perhaps changed, or nothing to discard it."
                    + " One key each, logics[0], logics[1], …: jq:<program>, jq:file:<path>, bean:<name> or class:<name>.",
            List::of);

    public static final Parameter<String> FORMAT = Parameter.text(
            "format",
            "Makes the target's object of an item, in place of the connector's own mapping:"
                    + " jq:<program>, jq:file:<path>, bean:<name> or class:<name>.");

    public static final Parameter<String> CALLBACK = Parameter.text(
                    "callback",
                    "Told the run result after the push: an http(s) URL that receives it as a JSON POST, class:<name> or"
                            + " bean:<name>.")
            .asSecret();

    public static final Parameter<Boolean> PERSIST = Parameter.flag(
                    "persist", "When false, items are read but not written: a dry run.")
            .orElse("true");

    public static final Parameter<Boolean> INCREMENTAL = Parameter.flag(
                    "incremental", "Whether a run delivers only what changed since the last one.")
            .orElse("false");

    public static final Parameter<Integer> PARALLELISM = Parameter.integer(
                    "parallelism", 1, 256, "How many items are on the way at once.")
            .orElse("8");

    public static final List<Parameter<?>> ALL =
            List.of(ENABLED, SCHEDULE, WORKFLOW_ID, LOGICS, FORMAT, CALLBACK, PERSIST, INCREMENTAL, PARALLELISM);

    /** Everything before a workflow's parameter names, such as {@code workflow.acme.}. */
    public static String prefix(String workflow) {
        return "workflow." + workflow + ".";
    }

    public static WorkflowSettings parse(Settings settings, String workflow, Consumer<Problem> problems) {
        return new WorkflowSettings(Parameters.parse(settings, prefix(workflow), ALL, problems));
    }

    /** Whether it runs on its schedule; a workflow whose switch cannot be read counts as enabled, so that somebody looks. */
    public static boolean isEnabled(Settings settings, String workflow) {
        return Parameters.parse(settings, prefix(workflow), List.of(ENABLED), problem -> {})
                .find(ENABLED)
                .orElse(true);
    }

    /** The schedule as written, or its default where none is written. */
    public static String schedule(Settings settings, String workflow) {
        return settings.setting(prefix(workflow) + SCHEDULE.name())
                .map(Setting::value)
                .filter(text -> !text.isEmpty())
                .or(SCHEDULE::defaultText)
                .orElseThrow();
    }

    /** The name under which the state is kept, as far as the settings tell it; they must. */
    public static Optional<String> workflowId(Settings settings, String workflow) {
        try {
            return settings.value(prefix(workflow) + WORKFLOW_ID.name());
        } catch (UnresolvedPlaceholder unresolved) {
            return Optional.empty();
        }
    }

    private static String cron(String text) {
        try {
            CronExpression.validateExpression(text);
            return text;
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("is no Quartz cron expression: " + malformed.getMessage());
        }
    }

    public String workflowId() {
        return values.get(WORKFLOW_ID);
    }

    public List<String> logics() {
        return values.list(LOGICS);
    }

    public Optional<String> format() {
        return values.find(FORMAT);
    }

    public Optional<String> callback() {
        return values.find(CALLBACK);
    }

    public boolean persist() {
        return values.get(PERSIST);
    }

    public boolean incremental() {
        return values.get(INCREMENTAL);
    }

    public int parallelism() {
        return values.get(PARALLELISM);
    }
}
