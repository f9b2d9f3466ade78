package org.hrcamel.validate;

import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.Position;

/**
 * One route of a file, as far as the rules need it.
 *
 * @param id empty when it has none
 * @param configuration id of the route configuration that it opts into, empty for none
 * @param from the consumer's URI
 * @param steps all its steps, with those within others
 * @param calls the {@code direct:} endpoints that its steps call
 * @param beans the beans that its steps name
 * @param position where its id stands
 */
public record DeclaredRoute(
        String id,
        String configuration,
        String from,
        List<Step> steps,
        List<Reference> calls,
        List<Reference> beans,
        Position position) {

    private static final String DIRECT = "direct:";

    /** The name of a {@code direct:} endpoint, or empty for any other URI. */
    static Optional<String> directName(String uri) {
        return uri.startsWith(DIRECT)
                ? Optional.of(uri.replaceFirst("^direct:(//)?", "").split("\\?")[0])
                : Optional.empty();
    }

    /** A name that a step uses, and where. */
    public record Reference(String name, Position position) {}

    /**
     * One step.
     *
     * @param kind such as {@code to} or {@code split}
     * @param id empty when it has none
     * @param branch whether it is a part of the step around it, such as {@code when}, and is counted with that
     * @param position where its id stands, or the step itself
     */
    public record Step(String kind, String id, boolean branch, Position position) {}
}
