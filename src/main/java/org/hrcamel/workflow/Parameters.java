package org.hrcamel.workflow;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.workflow.Settings.UnresolvedPlaceholder;
import org.jspecify.annotations.Nullable;

/** The parsed values of one group of parameters, such as {@code workflow.<id>.pull_parameters}. Immutable. */
public final class Parameters {

    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,4})]");

    private final String prefix;
    private final IdentityHashMap<Parameter<?>, Object> values;

    private Parameters(String prefix, IdentityHashMap<Parameter<?>, Object> values) {
        this.prefix = prefix;
        this.values = values;
    }

    /**
     * Parses a group and reports every problem of it.
     *
     * @param prefix everything before the parameter's name, ending in a dot
     */
    public static Parameters parse(
            Settings settings, String prefix, Collection<Parameter<?>> declared, Consumer<Problem> problems) {
        IdentityHashMap<Parameter<?>, Object> values = new IdentityHashMap<>();
        for (Parameter<?> parameter : declared) {
            Object value = value(settings, prefix, parameter, problems);
            if (value != null) {
                values.put(parameter, value);
            }
        }
        return new Parameters(prefix, values);
    }

    /** The same with the default of each parameter whose value was refused: for what must be there before the operator mends it. */
    public Parameters orDefaults(Collection<Parameter<?>> declared) {
        IdentityHashMap<Parameter<?>, Object> filled = new IdentityHashMap<>(values);
        for (Parameter<?> parameter : declared) {
            parameter
                    .defaultText()
                    .ifPresent(text -> filled.computeIfAbsent(parameter, missing -> missing.parse(text)));
        }
        return new Parameters(prefix, filled);
    }

    private static @Nullable Object value(
            Settings settings, String prefix, Parameter<?> parameter, Consumer<Problem> problems) {
        String key = prefix + parameter.name();
        Position position = settings.setting(key)
                .map(Setting::valuePosition)
                .orElseGet(() ->
                        settings.nearest(prefix.substring(0, prefix.indexOf('.', prefix.indexOf('.') + 1) + 1)));
        String text;
        List<String> elements;
        try {
            text = settings.value(key).orElse(null);
            elements = parameter.isList() && text == null ? elements(settings, key) : List.of();
        } catch (UnresolvedPlaceholder unresolved) {
            Optional<Setting> element = offending(settings, key, parameter);
            problems.accept(Problem.error(
                    element.map(Setting::valuePosition).orElse(position),
                    element.map(Setting::key).orElse(key) + ": " + unresolved.getMessage()));
            return null;
        }
        if (text == null && elements.isEmpty() && parameter.isRequired()) {
            problems.accept(Problem.error(position, key + " is missing: " + parameter.description()));
            return null;
        }
        String whole =
                text == null && elements.isEmpty() ? parameter.defaultText().orElse(null) : text;
        if (whole == null && elements.isEmpty()) {
            return null;
        }
        try {
            return whole == null ? parameter.check(elements) : parameter.parse(whole);
        } catch (IllegalArgumentException refused) {
            Optional<Setting> element = elements.isEmpty() ? Optional.empty() : offending(settings, key, parameter);
            String named = element.map(Setting::key).orElse(key);
            String value = element.map(Setting::value).orElse(whole);
            // A secret's value stays out of the message.
            String shown = parameter.isSecret() || value == null ? named : named + " = " + value;
            problems.accept(Problem.error(
                    element.map(Setting::valuePosition).orElse(position), shown + " " + refused.getMessage()));
            return null;
        }
    }

    /** The first of {@code key[0]}, {@code key[1]}, … that is refused. */
    private static Optional<Setting> offending(Settings settings, String key, Parameter<?> parameter) {
        return indexed(settings, key).stream()
                .filter(setting -> {
                    try {
                        settings.value(setting.key()).ifPresent(value -> parameter.check(List.of(value)));
                        return false;
                    } catch (IllegalArgumentException | UnresolvedPlaceholder refused) {
                        return true;
                    }
                })
                .findFirst();
    }

    /** The values of {@code key[0]}, {@code key[1]}, … in the order of their numbers. */
    public static List<String> elements(Settings settings, String key) {
        return indexed(settings, key).stream()
                .map(setting -> settings.value(setting.key()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Collection<Setting> indexed(Settings settings, String key) {
        Map<Integer, Setting> elements = new TreeMap<>();
        for (Setting setting : settings.under(key + "[")) {
            Matcher indexed = INDEXED.matcher(setting.key());
            if (indexed.matches() && indexed.group(1).equals(key)) {
                elements.put(Integer.valueOf(indexed.group(2)), setting);
            }
        }
        return elements.values();
    }

    /** The key without its index: {@code a.logics[1]} gives {@code a.logics}. */
    public static String withoutIndex(String key) {
        Matcher indexed = INDEXED.matcher(key);
        return indexed.matches() ? indexed.group(1) : key;
    }

    /** The full key of a parameter, for messages. */
    public String key(Parameter<?> parameter) {
        return prefix + parameter.name();
    }

    /** The value or default, or empty when it is not given. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Parameter<T> parameter) {
        return Optional.ofNullable((T) values.get(parameter));
    }

    /**
     * The value or default.
     *
     * @throws IllegalStateException when neither exists: the parameter is neither required nor has a default
     */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter).orElseThrow(() -> new IllegalStateException(key(parameter) + " has no value"));
    }

    /** Every value by parameter name, as text that differs when the value does: for fingerprints only, since secrets are among them. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((parameter, value) -> texts.put(parameter.name(), String.valueOf(value)));
        return texts;
    }

    /** The elements of a list, or none. */
    public List<String> list(Parameter<List<String>> parameter) {
        return find(parameter).orElse(List.of());
    }
}
