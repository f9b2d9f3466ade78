package org.hrcamel.sandbox.hrflow;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hrcamel.sandbox.Reply;
import org.jspecify.annotations.Nullable;

/** All sources by key. Thread safe. */
final class Sources {

    private final Clock clock;
    private final Map<String, Source> byKey = new ConcurrentHashMap<>();

    Sources(Clock clock) {
        this.clock = clock;
    }

    void add(String key, String name, boolean foreign) {
        if (!key.matches("[0-9a-f]{40}")) {
            throw new IllegalArgumentException("A source key has 40 lower-case hex digits: " + key);
        }
        byKey.put(key, new Source(key, name, foreign, clock));
    }

    /** @throws IllegalArgumentException if there is none */
    Source get(String key) {
        Source source = byKey.get(key);
        if (source == null) {
            throw new IllegalArgumentException("No such source: " + key);
        }
        return source;
    }

    /** Answers with this source, alone at a time; or with HrFlow's refusals of a source (HrFlow contract, section 5). */
    Reply in(@Nullable String key, Function<Source, Reply> answer) {
        if (key == null) {
            return Envelope.failure(400, Envelope.INVALID_SOURCE_FIELDS);
        }
        Source source = byKey.get(key);
        if (source == null) {
            return Envelope.failure(400, Envelope.NO_SOURCE);
        }
        if (source.foreign) {
            return Envelope.failure(401, "Unauthorized Access to source key: " + key);
        }
        synchronized (source) {
            return answer.apply(source);
        }
    }
}
