package org.hrcamel.workflow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.hrcamel.http.Json;
import org.hrcamel.http.Sha256;

/** SHA-256 of a JSON tree's content: the order of an object's fields does not count, that of a list's elements does. */
public final class ContentHash {

    private final BiPredicate<String, String> volatileField;
    private final JsonGenerator generator;

    /** One for all scalars: a generator by itself would make one for each. */
    private final SerializerProvider scalars = Json.mapper().getSerializerProviderInstance();

    private ContentHash(BiPredicate<String, String> volatileField, JsonGenerator generator) {
        this.volatileField = volatileField;
        this.generator = generator;
    }

    /**
     * 43 characters of URL-safe Base64.
     *
     * @param volatileField says by path of the object (fields joined by dots, lists left out) and name what does not count
     */
    public static String of(JsonNode node, BiPredicate<String, String> volatileField) {
        MessageDigest digest = Sha256.digest();
        try (JsonGenerator generator =
                Json.mapper().createGenerator(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            new ContentHash(volatileField, generator).write(node, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private void write(JsonNode node, String path) throws IOException {
        if (node.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
            fields.sort(Map.Entry.comparingByKey());
            generator.writeStartObject();
            for (Map.Entry<String, JsonNode> field : fields) {
                if (!volatileField.test(path, field.getKey())) {
                    generator.writeFieldName(field.getKey());
                    write(field.getValue(), field.getValue().isContainerNode() ? within(path, field.getKey()) : "");
                }
            }
            generator.writeEndObject();
        } else if (node.isArray()) {
            generator.writeStartArray();
            for (JsonNode element : node) {
                write(element, path);
            }
            generator.writeEndArray();
        } else {
            node.serialize(generator, scalars);
        }
    }

    private static String within(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
