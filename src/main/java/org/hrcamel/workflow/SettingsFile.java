package org.hrcamel.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a properties text and keeps where each key stands, which {@link Properties} forgets. */
final class SettingsFile {

    private final String file;
    private final List<Setting> settings = new ArrayList<>();

    private SettingsFile(String file) {
        this.file = file;
    }

    /**
     * @param file name for positions
     * @param text the file's content
     * @return every setting in the order written, a repeated key as often as it stands there
     */
    static List<Setting> parse(String file, String text) {
        SettingsFile parsed = new SettingsFile(file);
        String[] lines = text.split("\r\n|\r|\n", -1);
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
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IOException | IllegalArgumentException malformed) {
            // Only a malformed \\uXXXX gets here: keep the text as it is, the unknown key is reported later.
            properties.setProperty(logicalLine.strip(), "");
        }
        for (String key : properties.stringPropertyNames()) {
            int column = indent(logicalLine) + 1;
            Position valueAt = new Position(file, line, valueColumn(logicalLine));
            settings.add(
                    new Setting(key, properties.getProperty(key).strip(), new Position(file, line, column), valueAt));
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
        while (at < line.length() && "=: \t".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return Math.min(at, line.length()) + 1;
    }
}
