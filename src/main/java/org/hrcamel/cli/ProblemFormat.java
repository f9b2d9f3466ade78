package org.hrcamel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Problem;

/** How {@code validate} prints problems. */
enum ProblemFormat {
    /** A line each, as compilers write them. */
    TEXT {
        @Override
        String of(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> problem + System.lineSeparator())
                    .collect(Collectors.joining());
        }
    },
    /** One array, for editors; line and column are 0 for what was given with {@code --set}. */
    JSON {
        @Override
        String of(List<Problem> problems) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Problem problem : problems) {
                array.addObject()
                        .put("file", problem.position().file())
                        .put("line", problem.position().line())
                        .put("column", problem.position().column())
                        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                        .put("message", problem.message());
            }
            return Json.text(array) + System.lineSeparator();
        }
    };

    abstract String of(List<Problem> problems);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
