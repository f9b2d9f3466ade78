package org.hrcamel.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.workflow.Position;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the keys and values of a YAML text stand; comments are not among them. Immutable. */
final class YamlText {

    /**
     * One key or value, as it is written.
     *
     * @param text with quotes and line ends, as in the file
     * @param line from 1
     * @param column from 1
     */
    private record Scalar(String text, int line, int column) {}

    private final Path path;
    private final int[] letters;
    private final List<Scalar> scalars = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A key and how its value is written. Lines are from 1. */
    private record Entry(String key, int line, boolean scalar, boolean inBraces) {}

    YamlText(Path path, String text) {
        this.path = path;
        this.letters = text.codePoints().toArray();
        try {
            LoadSettings marks = LoadSettings.builder().setUseMarks(true).build();
            new Compose(marks).composeString(text).ifPresent(this::collect);
        } catch (YamlEngineException malformed) {
            // Its reader tells what is wrong; here nothing can be found in it.
            scalars.clear();
        }
    }

    private void collect(Node node) {
        if (node instanceof ScalarNode scalar) {
            add(scalar.getStartMark().orElseThrow(), scalar.getEndMark().orElseThrow());
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::collect);
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (isTemplate(entry.getKeyNode())) {
                    // Its placeholders are its own parameters, and no route comes of it by itself.
                    continue;
                }
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    entries.add(new Entry(
                            key.getValue(),
                            key.getStartMark().orElseThrow().getLine() + 1,
                            entry.getValueNode() instanceof ScalarNode,
                            entry.getValueNode() instanceof MappingNode value
                                    && value.getFlowStyle() == FlowStyle.FLOW));
                }
                collect(entry.getKeyNode());
                collect(entry.getValueNode());
            }
        }
    }

    private static boolean isTemplate(Node key) {
        return key instanceof ScalarNode scalar && scalar.getValue().equals("routeTemplate");
    }

    private void add(Mark start, Mark end) {
        String text = new String(letters, start.getIndex(), end.getIndex() - start.getIndex());
        scalars.add(new Scalar(text, start.getLine() + 1, start.getColumn() + 1));
    }

    /** What the pattern's first group matches, wherever it stands, in the order of the text. */
    List<Found> all(Pattern pattern) {
        List<Found> found = new ArrayList<>();
        for (Scalar scalar : scalars) {
            Matcher matcher = pattern.matcher(scalar.text());
            while (matcher.find()) {
                found.add(new Found(matcher.group(1), position(scalar, matcher.start())));
            }
        }
        return found;
    }

    /** A text that was looked for, and where it stands. */
    record Found(String text, Position position) {}

    /**
     * The first place of a word.
     *
     * @param line where to begin; what belongs to a step stands at its line or after
     * @return the word, else whatever stands first from that line on, else the start of the file
     */
    Position place(int line, String word) {
        return find(line, word)
                .orElseGet(() -> scalars.stream()
                        .filter(scalar -> scalar.line() >= line)
                        .findFirst()
                        .map(scalar -> position(scalar, 0))
                        .orElse(new Position(path.toString(), 1, 1)));
    }

    /**
     * The line of a step's key. Camel's model tells it, but one line too early where the step is written in braces.
     *
     * @param told what the model tells
     */
    int lineOf(String step, boolean hasId, int told) {
        for (Entry entry : entries) {
            if (entry.line() == told && entry.key().equals(step) && !entry.inBraces() && !(entry.scalar() && hasId)) {
                return told;
            }
        }
        boolean next = entries.stream()
                .anyMatch(entry -> entry.line() == told + 1 && entry.key().equals(step) && entry.inBraces());
        return next ? told + 1 : told;
    }

    private Optional<Position> find(int line, String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
        for (Scalar scalar : scalars) {
            Matcher matcher = whole.matcher(scalar.text());
            if (scalar.line() >= line && matcher.find()) {
                return Optional.of(position(scalar, matcher.start()));
            }
        }
        return Optional.empty();
    }

    private Position position(Scalar scalar, int offset) {
        String before = scalar.text().substring(0, offset);
        int lines = (int) before.chars().filter(letter -> letter == '\n').count();
        int column = lines == 0 ? scalar.column() + offset : offset - before.lastIndexOf('\n');
        return new Position(path.toString(), scalar.line() + lines, column);
    }
}
