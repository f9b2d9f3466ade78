package org.hrcamel.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hrcamel.connector.CrossCheck;
import org.hrcamel.workflow.JsonFunctions;
import org.hrcamel.workflow.MalformedProgram;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;
import org.hrcamel.workflow.WorkflowSettings;

/** A workflow's settings, parsed and its programs compiled, with every problem found on the way, by side. */
public final class ParsedWorkflow {

    private final DeclaredWorkflow declared;
    private final Settings settings;
    private final Map<SideOf, List<Problem>> problems = new EnumMap<>(SideOf.class);
    private final Map<String, Parameters> groups = new HashMap<>();
    private final List<UnaryOperator<JsonNode>> logics = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();
    private Optional<UnaryOperator<JsonNode>> format = Optional.empty();
    private Optional<Consumer<ObjectNode>> callback = Optional.empty();

    private ParsedWorkflow(DeclaredWorkflow declared, Settings settings) {
        this.declared = declared;
        this.settings = settings;
    }

    /** Makes the callback of an http(s) address. */
    @FunctionalInterface
    public interface HttpCallback {
        Consumer<ObjectNode> to(String url);
    }

    public static ParsedWorkflow parse(
            DeclaredWorkflow declared, Settings settings, JsonFunctions functions, HttpCallback http) {
        ParsedWorkflow parsed = new ParsedWorkflow(declared, settings);
        for (DeclaredWorkflow.Group group : declared.groups()) {
            parsed.groups.put(
                    group.name(),
                    Parameters.parse(
                            settings, declared.prefix(group), group.parameters(), parsed.reporter(group.side())));
        }
        parsed.crossCheck(
                declared.origin().origin().orElseThrow().check(),
                SideOf.ORIGIN,
                declared.origin().authGroup(),
                "pull_parameters");
        parsed.crossCheck(
                declared.target().target().orElseThrow().check(),
                SideOf.TARGET,
                declared.target().authGroup(),
                "push_parameters");
        parsed.compile(functions, http);
        return parsed;
    }

    private Consumer<Problem> reporter(SideOf side) {
        return problem ->
                problems.computeIfAbsent(side, key -> new ArrayList<>()).add(problem);
    }

    private void crossCheck(CrossCheck check, SideOf side, String authGroup, String group) {
        Parameters auth = group(authGroup);
        Parameters parameters = group(group);
        if (!problems(side).isEmpty()) {
            // What one of them lacks would only be said a second time, and not quite truly.
            return;
        }
        check.check(auth, parameters, (parameter, message) -> {
            String key = isOf(parameter, authGroup) ? auth.key(parameter) : parameters.key(parameter);
            reporter(side).accept(Problem.error(position(key), key + " " + message));
        });
    }

    private boolean isOf(Parameter<?> parameter, String group) {
        return declared.groups().stream()
                .anyMatch(candidate ->
                        candidate.name().equals(group) && candidate.parameters().contains(parameter));
    }

    private Position position(String key) {
        return written(key)
                .map(Setting::valuePosition)
                .orElseGet(() -> settings.nearest(WorkflowSettings.prefix(declared.id())));
    }

    /** Of a list, the one key of all elements where each has none of its own. */
    private Optional<Setting> written(String key) {
        return settings.setting(key).or(() -> settings.setting(Parameters.withoutIndex(key)));
    }

    private void compile(JsonFunctions functions, HttpCallback http) {
        List<String> texts = common().logics();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            compiled("logics[" + i + "]", () -> operator(functions, text)).ifPresent(logics::add);
        }
        format = common().format().flatMap(text -> compiled("format", () -> operator(functions, text)));
        callback = common().callback().flatMap(text -> compiled("callback", () -> callback(text, functions, http)));
    }

    private UnaryOperator<JsonNode> operator(JsonFunctions functions, String text) {
        UnaryOperator<JsonNode> operator = functions.operator(text);
        identities.add(functions.identity(text));
        return operator;
    }

    private static Consumer<ObjectNode> callback(String text, JsonFunctions functions, HttpCallback http) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return http.to(text);
        }
        if (!text.startsWith("class:") && !text.startsWith("bean:")) {
            throw new IllegalArgumentException("is no http(s) address, and begins with neither class: nor bean:");
        }
        return functions.consumer(text);
    }

    private <T> Optional<T> compiled(String name, Supplier<T> compiler) {
        String key = WorkflowSettings.prefix(declared.id()) + name;
        try {
            return Optional.of(compiler.get());
        } catch (MalformedProgram malformed) {
            reporter(SideOf.WORKFLOW)
                    .accept(Problem.error(
                            ProgramPlace.of(malformed, settings, written(key)), key + " " + malformed.getMessage()));
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            reporter(SideOf.WORKFLOW).accept(Problem.error(position(key), key + " " + refused.getMessage()));
            return Optional.empty();
        }
    }

    public WorkflowSettings common() {
        return new WorkflowSettings(group(""));
    }

    public boolean isEnabled() {
        return WorkflowSettings.isEnabled(settings, declared.id());
    }

    /** The values of a group, such as {@code pull_parameters}. */
    public Parameters group(String name) {
        Parameters group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException(declared.id() + " has no group of settings named " + name);
        }
        return group;
    }

    public List<UnaryOperator<JsonNode>> logics() {
        return List.copyOf(logics);
    }

    public Optional<UnaryOperator<JsonNode>> format() {
        return format;
    }

    /** A text that differs when the logics or the format do. */
    public String functions() {
        return logics.size() + " logics, then the format: " + identities;
    }

    public Optional<Consumer<ObjectNode>> callback() {
        return callback;
    }

    public List<Problem> problems(SideOf side) {
        return problems.getOrDefault(side, List.of());
    }

    public List<Problem> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }
}
