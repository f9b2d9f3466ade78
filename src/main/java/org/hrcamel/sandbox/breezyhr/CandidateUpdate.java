package org.hrcamel.sandbox.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/** {@code PUT} of a candidate: which keys are taken, and what each does to the stored one (Breezy HR contract, section 3.1). Thread safe. */
final class CandidateUpdate {

    private static final String TYPE = "updateCandidateInvalidField";
    private static final String DEFAULT_SOURCE = "Breezy API";
    private static final Set<String> TEXTS =
            Set.of("name", "email_address", "phone_number", "summary", "source", "headline", "address", "cover_letter");
    private static final Set<String> KNOWN_NETWORKS = Set.of("facebook", "github", "linkedin", "twitter");

    private volatile boolean refusesOddValues;
    private volatile boolean resetsSource = true;
    private volatile Set<String> networks = KNOWN_NETWORKS;

    void refusesOddValues(boolean refuses) {
        refusesOddValues = refuses;
    }

    void resetsSource(boolean resets) {
        resetsSource = resets;
    }

    void networks(Set<String> supported) {
        networks = supported;
    }

    /** The answer if the body is refused, or null: then {@link #apply} takes it. Notes what a careful client does not send. */
    @Nullable
    Reply refuse(Request request, JsonNode body, ObjectNode stored) {
        if (!body.isObject()) {
            return BreezyError.invalid(request, TYPE, "the body is no JSON object");
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Reply refusal = refuse(request, field.getKey(), field.getValue());
            if (refusal != null) {
                return refusal;
            }
        }
        String source = stored.path("source").path("name").asText("");
        if (!body.has("source") && !source.isEmpty() && !source.equals(DEFAULT_SOURCE)) {
            request.violation("source left out, which may reset it");
        }
        Set<String> dropped = texts(stored.path("tags"));
        dropped.removeAll(texts(body.path("tags")));
        if (body.has("tags") && !dropped.isEmpty()) {
            request.violation("tags replaced without the current ones");
        }
        ObjectNode changed = stored.deepCopy();
        apply((ObjectNode) body, changed);
        changed.set("source", body.has("source") ? changed.path("source") : stored.path("source"));
        if (changed.equals(stored)) {
            request.violation("an update that changes nothing");
        }
        return null;
    }

    private @Nullable Reply refuse(Request request, String name, JsonNode value) {
        if (!TEXTS.contains(name)
                && !Set.of("tags", "social_profiles", "custom_attributes").contains(name)) {
            request.violation(name + " is not accepted and silently ignored");
            return null;
        }
        if (value.isNull()) {
            return odd(request, name + " is null");
        }
        if (TEXTS.contains(name)) {
            if (value.isTextual() && value.asText().isBlank()) {
                request.violation(name + " erased with an empty text");
            }
            return value.isTextual() ? null : BreezyError.invalid(request, TYPE, name + " is no text");
        }
        if (name.equals("social_profiles")) {
            return value.isObject() ? refuseNetworks(request, value) : odd(request, "social_profiles is no object");
        }
        boolean texts = !name.equals("tags") || texts(value).size() == value.size();
        return value.isArray() && texts
                ? null
                : BreezyError.invalid(request, TYPE, name + " is no list of the right kind");
    }

    private @Nullable Reply refuseNetworks(Request request, JsonNode profiles) {
        for (Map.Entry<String, JsonNode> profile : profiles.properties()) {
            String network = profile.getKey();
            if (!KNOWN_NETWORKS.contains(network) || !profile.getValue().isTextual()) {
                request.violation("social network " + network + " is not supported");
            }
            if (refusesOddValues && !networks.contains(network)) {
                return BreezyError.typed(400, TYPE, "unsupported social network " + network);
            }
        }
        return null;
    }

    private @Nullable Reply odd(Request request, String what) {
        request.violation(what);
        return refusesOddValues ? BreezyError.typed(400, TYPE, what) : null;
    }

    /** Absent keys stay; {@code tags} and texts are replaced, networks one by one; {@code source} falls back to its default. */
    void apply(ObjectNode body, ObjectNode detail) {
        body.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            switch (name) {
                case "source" -> source(detail, value);
                case "social_profiles" -> profiles(detail, value);
                default -> {
                    if (TEXTS.contains(name) || name.equals("tags") || name.equals("custom_attributes")) {
                        detail.set(name, value);
                    }
                }
            }
        });
        if (resetsSource && !body.has("source")) {
            BreezyPeople.source(detail, DEFAULT_SOURCE);
        }
    }

    private static void source(ObjectNode detail, JsonNode value) {
        if (value.isNull()) {
            detail.putNull("source");
        } else if (!detail.path("source").path("name").equals(value)) {
            BreezyPeople.source(detail, value.asText());
        }
    }

    private void profiles(ObjectNode detail, JsonNode value) {
        if (!value.isObject()) {
            return;
        }
        ArrayNode profiles = BreezyCandidate.list(detail, "social_profiles");
        value.properties().stream()
                .filter(profile -> networks.contains(profile.getKey()))
                .forEach(profile -> {
                    int same = 0;
                    while (same < profiles.size()
                            && !profiles.get(same).path("type").asText().equals(profile.getKey())) {
                        same++;
                    }
                    String url = profile.getValue().asText();
                    if (same == profiles.size()) {
                        BreezyPeople.profile(profiles, profile.getKey(), url);
                    } else {
                        ((ObjectNode) profiles.get(same)).put("url", url);
                    }
                });
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        for (JsonNode element : list) {
            if (element.isTextual()) {
                texts.add(element.asText());
            }
        }
        return texts;
    }
}
