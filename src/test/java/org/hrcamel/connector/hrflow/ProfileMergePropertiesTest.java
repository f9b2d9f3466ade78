package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hrcamel.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pair of profiles; pairs are made from a seed, which a failure names. */
class ProfileMergePropertiesTest {

    private static final List<String> KEPT = List.of("key", "source", "attachments", "created_at", "archive");
    private static final List<String> WORDS = List.of("a", "b", "A", "李", "שרה", "🎸", " ", "", "48");
    private static final List<String> DATES =
            List.of("2018-01-01T00:00:00", "2018-01-01T00:00:00+0000", "1969-12-31T23:59:59");

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    private static ObjectNode merge(ObjectNode base, JsonNode known) {
        return ProfileMerge.merge(base, known, List.of()).profile();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingASecondTimeChangesNothing(int seed) {
        Random random = new Random(seed);
        ObjectNode base = profile(random);
        ObjectNode known = profile(random);

        ProfileMerge.Result again = ProfileMerge.merge(merge(base, known), known, List.of());

        assertThat(again.changes()).isEmpty();
        assertThat(again.profile()).isEqualTo(merge(base, known));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aProfileThatWasPushedAndReadBackHasNoChanges(int seed) throws IOException {
        Random random = new Random(seed);
        ObjectNode base = profile(random);
        ObjectNode known = profile(random);

        ObjectNode stored = (ObjectNode) Json.mapper().readTree(Json.bytes(merge(base, known)));
        stored.path("experiences").forEach(entry -> ((ObjectNode) entry).put("key", "given by HrFlow"));

        assertThat(ProfileMerge.merge(stored, known, List.of()).changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFieldOfInfoAndNoNamedValueIsEverWiped(int seed) {
        Random random = new Random(seed);
        ObjectNode base = profile(random);

        ObjectNode merged = merge(base, profile(random));

        for (var field : base.path("info").properties()) {
            if (!ProfileMerge.isNothing(field.getValue())) {
                assertThat(ProfileMerge.isNothing(merged.path("info").path(field.getKey())))
                        .as("info." + field.getKey())
                        .isFalse();
            }
        }
        for (String list : List.of("tags", "metadatas")) {
            assertThat(merged.path(list).findValuesAsText("name"))
                    .containsAll(base.path(list).findValuesAsText("name"));
        }
        for (String list : List.of("skills", "experiences", "languages")) {
            assertThat(merged.path(list).isEmpty())
                    .as(list)
                    .isEqualTo(base.path(list).isEmpty() && merged.path(list).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatHrflowManagesItselfStays(int seed) {
        Random random = new Random(seed);
        ObjectNode base = profile(random);

        ObjectNode merged = merge(base, profile(random));

        for (String field : KEPT) {
            assertThat(merged.path(field)).as(field).isEqualTo(base.path(field));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherOfTheTwoIsChanged(int seed) {
        Random random = new Random(seed);
        ObjectNode base = profile(random);
        ObjectNode known = profile(random);
        ObjectNode baseBefore = base.deepCopy();
        ObjectNode knownBefore = known.deepCopy();

        merge(base, known);

        assertThat(base).isEqualTo(baseBefore);
        assertThat(known).isEqualTo(knownBefore);
    }

    private static ObjectNode profile(Random random) {
        ObjectNode profile = object();
        KEPT.forEach(field -> perhaps(random, profile, field, () -> word(random)));
        perhaps(random, profile, "text", () -> word(random));
        ObjectNode info = object();
        for (String field : List.of("first_name", "last_name", "full_name", "email", "phone")) {
            perhaps(random, info, field, () -> word(random));
        }
        perhaps(random, info, "location", () -> location(random));
        perhaps(random, info, "urls", () -> urls(random));
        perhaps(random, profile, "info", () -> info);
        for (String list : List.of("tags", "metadatas", "skills", "languages")) {
            perhaps(random, profile, list, () -> list(random, () -> named(random)));
        }
        perhaps(random, profile, "experiences", () -> list(random, () -> experience(random)));
        return profile;
    }

    private static JsonNode location(Random random) {
        ObjectNode location = object();
        perhaps(random, location, "text", () -> word(random));
        perhaps(random, location, "lat", () -> JsonNodeFactory.instance.numberNode(random.nextInt(4) / 2.0));
        perhaps(
                random,
                location,
                "fields",
                () -> random.nextBoolean()
                        ? JsonNodeFactory.instance.arrayNode()
                        : object().put("city", pick(random, WORDS)));
        return location;
    }

    private static JsonNode urls(Random random) {
        return random.nextInt(4) == 0
                ? object().put("linkedin", pick(random, WORDS))
                : list(random, () -> object().put("type", "github").put("url", pick(random, WORDS)));
    }

    private static JsonNode named(Random random) {
        ObjectNode named = object().put("name", pick(random, WORDS));
        perhaps(random, named, "value", () -> word(random));
        return named;
    }

    private static JsonNode experience(Random random) {
        ObjectNode entry = object();
        perhaps(random, entry, "title", () -> word(random));
        perhaps(random, entry, "company", () -> word(random));
        perhaps(random, entry, "location", () -> location(random));
        perhaps(random, entry, "skills", () -> list(random, () -> named(random)));
        for (String date : List.of("date_start", "date_end")) {
            perhaps(random, entry, date, () -> JsonNodeFactory.instance.textNode(pick(random, DATES)));
        }
        return entry;
    }

    private static ArrayNode list(Random random, Supplier<JsonNode> element) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(i -> list.add(element.get()));
        return list;
    }

    /** Missing, null or a value. */
    private static void perhaps(Random random, ObjectNode object, String field, Supplier<JsonNode> value) {
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> object.set(field, NullNode.instance);
            default -> object.set(field, value.get());
        }
    }

    private static JsonNode word(Random random) {
        return JsonNodeFactory.instance.textNode(pick(random, WORDS));
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
