package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Reading one profile, and editing it (HrFlow contract, sections 2.2 and 3.2). Thread safe. */
final class ProfileCalls {

    private final Sources sources;
    volatile boolean partial;
    volatile boolean findsArchived = true;
    volatile int missingStatus = 400;

    ProfileCalls(Sources sources) {
        this.sources = sources;
    }

    Reply read(Request request) {
        Query query = Query.of(request, Set.of("source_key", "key", "reference", "email", "profile_email"));
        return sources.in(query.get("source_key").orElse(null), source -> {
            Optional<String> email = query.get("email").or(() -> query.get("profile_email"));
            if (query.get("key").isPresent() && query.get("reference").isPresent()) {
                request.violation("key and reference in one read");
            }
            if (query.get("key")
                    .or(() -> query.get("reference"))
                    .or(() -> email)
                    .isEmpty()) {
                return Envelope.failure(400, "Invalid parameters. key or reference is required");
            }
            return asked(query, source, email)
                    .filter(ProfileCalls::visible)
                    .filter(entry ->
                            findsArchived || entry.profile.path("archive").isNull())
                    .map(entry -> Envelope.data(
                            200, "Profile details", Attachments.resolved(entry.profile, request.foreignRoot())))
                    .orElseGet(this::missing);
        });
    }

    Reply edit(Request request) {
        boolean json = request.header("content-type").orElse("").startsWith("application/json");
        JsonNode sent = request.json().orElse(null);
        if (!json || sent == null || !sent.isObject() || request.rawQuery() != null) {
            request.violation("an edit is a JSON object without a query");
            return Envelope.failure(400, "Invalid parameters. The body must be a JSON object");
        }
        for (String name : List.of("source_key", "key", "reference")) {
            if (!sent.path(name).isTextual()
                    && !sent.path(name).isMissingNode()
                    && !sent.path(name).isNull()) {
                request.violation(name + " is not a string");
                return Envelope.failure(400, "Invalid parameters. " + name + " must be a string");
            }
        }
        return sources.in(sent.path("source_key").textValue(), source -> {
            String key = sent.path("key").textValue();
            String reference = sent.path("reference").textValue();
            return (key != null ? source.withKey(key) : source.withReference(String.valueOf(reference)))
                    .filter(entry -> !entry.hidden)
                    .filter(entry ->
                            findsArchived || entry.profile.path("archive").isNull())
                    .map(entry -> edit(request, (ObjectNode) sent, source, entry))
                    .orElseGet(this::missing);
        });
    }

    private Reply edit(Request request, ObjectNode sent, Source source, Source.Entry entry) {
        ObjectNode read = Attachments.resolved(entry.profile, request.foreignRoot());
        if (entry.parsing != null) {
            request.violation("an edit before the parsing has ended");
        }
        List<String> problems = EditShape.problems(sent, read);
        if (!problems.isEmpty()) {
            request.violation("an edit of a wrong shape: " + problems);
            return Envelope.failure(422, "Invalid parameters. " + String.join(", ", problems));
        }
        ObjectNode after = ProfileShape.editable(sent);
        if (partial) {
            after.retain(ProfileShape.EDITABLE.stream().filter(sent::has).toList());
        }
        ObjectNode edited = entry.profile.deepCopy();
        edited.setAll(after);
        EditCare.note(sent, read, ProfileShape.editable(edited), request::violation);
        entry.profile = edited.put("updated_at", source.now());
        return Envelope.data(200, "Profile edited", Attachments.resolved(edited, request.foreignRoot()));
    }

    private static Optional<Source.Entry> asked(Query query, Source source, Optional<String> email) {
        if (query.get("key").isPresent()) {
            return source.withKey(query.get("key").get());
        }
        return query.get("reference").isPresent()
                ? source.withReference(query.get("reference").get())
                : withEmail(source, email.orElse(""));
    }

    /** Counts the read, which may be the one at which a queued upload is parsed. */
    private static boolean visible(Source.Entry entry) {
        if (entry.parsing != null && --entry.readsUntilParsed <= 0) {
            entry.parsing.run();
            entry.parsing = null;
            entry.hidden = false;
        }
        return !entry.hidden;
    }

    private static Optional<Source.Entry> withEmail(Source source, String email) {
        return source.entries().stream()
                .filter(entry -> entry.profile.at("/info/email").asText().equals(email))
                .findFirst();
    }

    private Reply missing() {
        return Envelope.failure(missingStatus, Envelope.NO_PROFILE);
    }
}
