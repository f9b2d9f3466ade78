package org.hrcamel.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.JsonFunctions;
import org.hrcamel.workflow.MalformedProgram;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;

/** Where in the operator's files a program goes wrong. */
final class ProgramPlace {

    private ProgramPlace() {}

    /**
     * @param setting what holds or names the program
     * @return the place within a program's own file; within a setting too, if it is written there letter by letter, else where its
     *     value begins
     */
    static Position of(MalformedProgram malformed, Settings settings, Optional<Setting> setting) {
        if (malformed.file().isPresent()) {
            return new Position(malformed.file().get().toString(), malformed.line(), malformed.column());
        }
        Position value = setting.map(Setting::valuePosition)
                .orElse(new Position(settings.file().toString(), 1, 1));
        int offset = JsonFunctions.PROGRAM.length() + malformed.column() - 1;
        boolean asWritten = malformed.line() == 1
                && setting.filter(found -> standsThere(value, found.value(), offset))
                        .isPresent();
        return asWritten ? new Position(value.file(), value.line(), value.column() + offset) : value;
    }

    /** Escapes and continued lines shift what follows them. */
    private static boolean standsThere(Position position, String value, int length) {
        try {
            List<String> lines = Files.readAllLines(Path.of(position.file()));
            String beginning = value.substring(0, Math.min(length, value.length()));
            return position.line() >= 1
                    && position.line() <= lines.size()
                    && lines.get(position.line() - 1).startsWith(beginning, position.column() - 1);
        } catch (IOException gone) {
            return false;
        }
    }
}
