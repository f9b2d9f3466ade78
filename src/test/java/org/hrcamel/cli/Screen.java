package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.List;

/** What a terminal shows after it was sent a text: it knows the end of a line, the return to its start, and erasing the rest of it. */
record Screen(List<String> lines) {

    static Screen showing(String sent) {
        List<String> lines = new ArrayList<>(List.of(""));
        int column = 0;
        for (int i = 0; i < sent.length(); i++) {
            char letter = sent.charAt(i);
            int row = lines.size() - 1;
            String line = lines.get(row);
            if (letter == '\r') {
                column = 0;
            } else if (letter == '\n') {
                lines.add("");
                column = 0;
            } else if (sent.startsWith("\u001b[K", i)) {
                lines.set(row, line.substring(0, Math.min(column, line.length())));
                i += 2;
            } else if (letter == '\u001b') {
                i = sent.indexOf(sent.charAt(i + 4) == 'h' ? 'h' : 'l', i);
            } else {
                String kept = line + " ".repeat(Math.max(0, column - line.length()));
                String rest = column < kept.length() ? kept.substring(column + 1) : "";
                lines.set(row, kept.substring(0, column) + letter + rest);
                column++;
            }
        }
        return new Screen(lines);
    }
}
