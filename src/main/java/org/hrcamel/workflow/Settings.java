package org.hrcamel.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The operator's settings: one properties file (UTF-8), and {@code --set} on the command line, which wins. Values may hold
 * <code>{{env:NAME}}</code>, <code>{{env:NAME:default}}</code> and <code>{{other.key}}</code>. Immutable.
 */
public final class Settings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final int DEEPEST_NESTING = 10;

    private final Path file;
    private final String text;
    private final Map<String, Setting> settings;
    /** In the order in which they are written, by the first two parts of their keys: most questions are of one workflow. */
    private final Map<String, List<Setting>> groups;

    private final List<Problem> problems;
    private final Collection<String> overrides;
    private final UnaryOperator<String> environment;

    private Settings(
            Path file,
            String text,
            Map<String, Setting> settings,
            List<Problem> problems,
            Collection<String> overrides,
            UnaryOperator<String> environment) {
        this.file = file;
        this.text = text;
        this.settings = settings;
        this.groups = settings.values().stream().collect(Collectors.groupingBy(setting -> group(setting.key())));
        this.problems = problems;
        this.overrides = List.copyOf(overrides);
        this.environment = environment;
    }

    /**
     * Reads the file; a missing one is an empty one, so that every missing key is then named.
     *
     * @param overrides {@code key=value} each
     * @throws UncheckedIOException when the file is there but cannot be read
     */
    public static Settings load(Path file, Collection<String> overrides) {
        return parse(file, read(file), overrides, System::getenv);
    }

    /**
     * The same file as it is now, with the same overrides.
     *
     * @throws UncheckedIOException when the file is there but cannot be read
     */
    public Settings reload() {
        String now = read(file);
        return now.equals(text) ? this : parse(file, now, overrides, environment);
    }

    /** Settings of a text, with the environment given as a function from name to value or null. */
    public static Settings parse(
            Path file, String text, Collection<String> overrides, UnaryOperator<String> environment) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Setting setting : SettingsFile.parse(file.toString(), text, problems::add)) {
            Setting earlier = settings.put(setting.key(), setting);
            if (earlier != null) {
                problems.add(Problem.error(
                        setting.position(),
                        "%s is set twice; the first is in line %d"
                                .formatted(setting.key(), earlier.position().line())));
            }
        }
        for (String override : overrides) {
            int equals = override.indexOf('=');
            String key = (equals < 0 ? override : override.substring(0, equals)).strip();
            String value = equals < 0 ? "" : override.substring(equals + 1).strip();
            Position position = new Position("--set", 0, 0);
            settings.put(key, new Setting(key, value, position, position));
        }
        return new Settings(file, text, settings, List.copyOf(problems), overrides, environment);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** The file these settings were read from; relative paths in settings start at its folder. */
    public Path file() {
        return file;
    }

    /** A path of a setting: absolute, or relative to the folder of the settings file. */
    public Path resolvePath(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    public Collection<Setting> all() {
        return settings.values();
    }

    /** Those whose key begins so, in the order in which they are written. */
    public List<Setting> under(String prefix) {
        String group = group(prefix);
        Collection<Setting> candidates = group.isEmpty() ? settings.values() : groups.getOrDefault(group, List.of());
        return candidates.stream()
                .filter(setting -> setting.key().startsWith(prefix))
                .toList();
    }

    /** The first two parts of a key, each with its dot; empty when there are fewer. */
    private static String group(String key) {
        int second = key.indexOf('.', key.indexOf('.') + 1);
        return key.substring(0, second + 1);
    }

    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** What is wrong with the text itself, such as a key that stands twice. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The value with its placeholders resolved, or empty when the key is missing or its value is blank.
     *
     * @throws UnresolvedPlaceholder when a placeholder has no value
     */
    public Optional<String> value(String key) {
        return setting(key).map(setting -> resolve(setting.value(), 0)).filter(value -> !value.isEmpty());
    }

    /** Replaces every placeholder of a text. */
    public String resolve(String text) {
        return resolve(text, 0);
    }

    private String resolve(String text, int depth) {
        if (!text.contains("{{")) {
            return text;
        }
        if (depth > DEEPEST_NESTING) {
            throw new UnresolvedPlaceholder("{{…}} refer to each other in a circle");
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(placeholder(match.group(1).strip(), depth)));
    }

    private String placeholder(String name, int depth) {
        if (name.startsWith("env:")) {
            String[] parts = name.substring("env:".length()).split(":", 2);
            String value = environment.apply(parts[0]);
            if (value != null) {
                return value;
            }
            if (parts.length == 2) {
                return parts[1];
            }
            throw new UnresolvedPlaceholder("the environment variable " + parts[0] + " is not set");
        }
        Setting other = settings.get(name);
        if (other == null) {
            throw new UnresolvedPlaceholder("{{" + name + "}} names no setting");
        }
        return resolve(other.value(), depth + 1);
    }

    /** Where to point for a key that is missing: its group's first line, else the start of the file. */
    public Position nearest(String prefix) {
        return under(prefix).stream()
                .map(Setting::position)
                .filter(position -> position.file().equals(file.toString()))
                .findFirst()
                .orElse(new Position(file.toString(), 1, 1));
    }

    /** A placeholder without a value; the message says which. */
    public static final class UnresolvedPlaceholder extends RuntimeException {
        UnresolvedPlaceholder(String message) {
            super(message);
        }
    }
}
