package org.hrcamel.workflow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.hrcamel.http.Json;
import org.hrcamel.http.Sha256;

/** SHA-256 of a JSON tree's content: the order of an object's fields does not count, that of a list's elements does. */
public final class ContentHash {

    private ContentHash() {}

    /**
     * 43 characters of URL-safe Base64.
     *
     * @param volatileField says by path of the object (fields joined by dots, lists left out) and name what does not count
     */
    public static String of(JsonNode node, BiPredicate<String, String> volatileField) {
        MessageDigest digest = Sha256.digest();
        try (JsonGenerator generator =
                Json.mapper().createGenerator(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            write(node, "", volatileField, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static void write(
            JsonNode node, String path, BiPredicate<String, String> volatileField, JsonGenerator generator)
            throws IOException {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            generator.writeStartObject();
            for (var field : fields.entrySet()) {
                if (!volatileField.test(path, field.getKey())) {
                    generator.writeFieldName(field.getKey());
                    write(
                            field.getValue(),
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            volatileField,
                            generator);
                }
            }
            generator.writeEndObject();
        } else if (node.isArray()) {
            generator.writeStartArray();
            for (JsonNode element : node) {
                write(element, path, volatileField, generator);
            }
            generator.writeEndArray();
        } else {
            generator.writeTree(node);
        }
    }
}
