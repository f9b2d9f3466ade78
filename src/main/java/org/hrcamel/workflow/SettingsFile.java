package org.hrcamel.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/** Reads a properties text and keeps where each key stands, which {@link Properties} forgets. */
final class SettingsFile {

    private final String file;
    private final Consumer<Problem> problems;
    private final List<Setting> settings = new ArrayList<>();

    private SettingsFile(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param file name for positions
     * @param text the file's content
     * @param problems told what is malformed
     * @return every setting in the order written, a repeated key as often as it stands there
     */
    static List<Setting> parse(String file, String text, Consumer<Problem> problems) {
        SettingsFile parsed = new SettingsFile(file, problems);
        // Some editors put a byte order mark first, which would belong to the first key.
        String[] lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1);
        int index = 0;
        while (index < lines.length) {
            int first = index;
            StringBuilder logical = new StringBuilder(lines[index++]);
            if (!isComment(lines[first])) {
                while (continues(logical) && index < lines.length) {
                    logical.append('\n').append(lines[index++]);
                }
            }
            parsed.add(logical.toString(), first + 1);
        }
        return List.copyOf(parsed.settings);
    }

    private void add(String logicalLine, int line) {
        Position keyAt = new Position(file, line, indent(logicalLine) + 1);
        Position valueAt = new Position(file, line, valueColumn(logicalLine));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IOException | IllegalArgumentException malformed) {
            // Only a malformed \\uXXXX gets here. The value may be a secret: it stays out of the message.
            String key = logicalLine.strip().split("[=:\\s]", 2)[0];
            problems.accept(Problem.error(
                    keyAt, key + " holds \\u without four hexadecimal digits; a backslash is written \\\\"));
            properties.setProperty(key, logicalLine.substring(valueAt.column() - 1));
        }
        for (String key : properties.stringPropertyNames()) {
            settings.add(new Setting(key, properties.getProperty(key).strip(), keyAt, valueAt));
        }
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(CharSequence line) {
        int backslashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int valueColumn(String line) {
        int at = indent(line);
        while (at < line.length() && "=: \t".indexOf(line.charAt(at)) < 0) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, line.length());
        at += indent(line.substring(at));
        // One separator alone: a second one belongs to the value.
        if (at < line.length() && "=:".indexOf(line.charAt(at)) >= 0) {
            at++;
            at += indent(line.substring(at));
        }
        return at + 1;
    }
}
