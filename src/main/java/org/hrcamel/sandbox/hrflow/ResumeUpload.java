package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrcamel.sandbox.Multipart;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/**
 * The form of {@code POST /profile/parsing/file}, checked (HrFlow contract, section 4.1).
 *
 * @param reference null if absent
 * @param key null if absent
 * @param createdAt null if absent
 * @param lists labels, tags and metadatas; what was not sent is an empty list
 */
record ResumeUpload(
        String sourceKey,
        @Nullable String reference,
        @Nullable String key,
        @Nullable String createdAt,
        Multipart.Part file,
        Map<String, JsonNode> lists) {

    /** A form that HrFlow answers 400. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EXTENSIONS = Set.of(
            "pdf", "png", "jpg", "jpeg", "bmp", "doc", "docx", "rtf", "dotx", "odt", "odp", "ppt", "pptx", "msg");
    private static final List<String> LISTS = List.of("labels", "tags", "metadatas");
    private static final List<String> SWITCHES =
            List.of("sync_parsing", "sync_parsing_indexing", "webhook_parsing_sending");
    private static final Set<String> TEXTS =
            Set.of("source_key", "reference", "key", "created_at", "profile_content_type", "content_type");

    static ResumeUpload of(Request request) throws Refused {
        Multipart form = Multipart.of(request).orElseThrow(() -> {
            request.violation("the upload is no proper multipart form");
            return new Refused("Invalid parameters. The body is not multipart/form-data");
        });
        for (Multipart.Part part : form.parts()) {
            boolean known = part.name().equals("file")
                    || TEXTS.contains(part.name())
                    || LISTS.contains(part.name())
                    || SWITCHES.contains(part.name());
            boolean twice = form.parts().stream()
                            .filter(other -> other.name().equals(part.name()))
                            .count()
                    > 1;
            if (!known || twice) {
                request.violation((known ? "repeated" : "unknown") + " part " + part.name());
            }
        }
        Multipart.Part file = file(request, form);
        for (String each : SWITCHES) {
            if (form.text(each).filter(value -> !value.matches("[01]")).isPresent()) {
                throw new Refused("Invalid parameters. " + each + " must be 0 or 1");
            }
        }
        Map<String, JsonNode> lists = new LinkedHashMap<>();
        for (String list : LISTS) {
            lists.put(list, list(list, form.text(list).orElse("[]")));
        }
        return new ResumeUpload(
                form.text("source_key").orElseThrow(() -> new Refused(Envelope.INVALID_SOURCE_FIELDS)),
                form.text("reference").filter(text -> !text.isEmpty()).orElse(null),
                form.text("key").filter(text -> !text.isEmpty()).orElse(null),
                form.text("created_at").orElse(null),
                file,
                lists);
    }

    private static Multipart.Part file(Request request, Multipart form) throws Refused {
        Multipart.Part file = form.part("file", true)
                .orElseThrow(() -> new Refused("Invalid parameters. file with a name is required"));
        String name = file.fileName().toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1)) || !name.contains(".")) {
            throw new Refused("Invalid parameters. File extension not supported");
        }
        if (file.content().length == 0) {
            throw new Refused("Invalid parameters. File is empty");
        }
        if (file.contentType().isEmpty() || file.contentType().equals("application/octet-stream")) {
            request.violation("the file part does not say its type");
        }
        if (form.text("profile_content_type")
                .or(() -> form.text("content_type"))
                .isEmpty()) {
            request.violation("the upload has no profile_content_type");
        }
        boolean pdf = new String(file.content(), StandardCharsets.ISO_8859_1).startsWith("%PDF");
        if (name.endsWith(".pdf") != pdf) {
            request.violation("the file's name does not tell its content");
        }
        return file;
    }

    private static JsonNode list(String name, String text) throws Refused {
        try {
            JsonNode list = JSON.readTree(text);
            if (list.isArray()) {
                return list;
            }
        } catch (JsonProcessingException malformed) {
            // Refused below, like JSON of another shape.
        }
        throw new Refused("Invalid parameters. " + name + " must be a JSON list");
    }

    /** What parsing this file makes of a profile: its text, the skill and the stored files, the original and the readable one. */
    void parsedInto(ObjectNode profile, String now, String path) {
        String content = new String(file.content(), StandardCharsets.UTF_8);
        profile.put("text", content.lines().skip(1).findFirst().orElse("").replaceFirst("^% ", ""));
        profile.put("text_language", "en");
        profile.withArray("skills")
                .addObject()
                .put("name", "parsed from " + file.fileName())
                .put("type", "hard")
                .putNull("value");
        lists.forEach(profile::set);
        profile.putArray("attachments").add(attachment("original", now, path)).add(attachment("resume", now, path));
        profile.put("updated_at", now).put("created_at", createdAt == null ? now : createdAt);
    }

    private ObjectNode attachment(String type, String now, String path) {
        return Attachments.of(
                type,
                file.content().length,
                file.fileName().substring(file.fileName().lastIndexOf('.')),
                path,
                now);
    }
}
