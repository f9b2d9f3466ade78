package org.hrcamel.sandbox.hrflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Request;

/** The query of one request; parameters that its endpoint does not know, or that come twice, are noted. */
record Query(Map<String, List<String>> values) {

    static Query of(Request request, Set<String> known) {
        request.query().forEach((name, values) -> {
            if (!known.contains(name)) {
                request.violation("unknown query parameter " + name);
            } else if (values.size() > 1) {
                request.violation("repeated query parameter " + name);
            }
        });
        if (request.body().length > 0) {
            request.violation("a read with a body");
        }
        return new Query(request.query());
    }

    /** The value, empty if the parameter is absent or blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0)).filter(value -> !value.isBlank());
    }
}
