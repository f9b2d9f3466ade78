package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The stored files of a profile (HrFlow contract, sections 2.3 and 4.2). */
final class Attachments {

    private Attachments() {}

    /**
     * @param type {@code original} or {@code resume}
     * @param path below the root of the host of foreign files
     */
    static ObjectNode of(String type, int size, String extension, String path, String now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("alt", Keys.of(type + path))
                .put("file_size", size)
                .put("file_name", type)
                .put("original_file_name", type)
                .put("extension", extension)
                .put("public_url", path)
                .put("updated_at", now)
                .put("created_at", now);
    }

    /** A copy of the profile whose file URLs are complete; stored ones are paths, since the server's address is not known before. */
    static ObjectNode resolved(ObjectNode profile, String root) {
        ObjectNode copy = profile.deepCopy();
        copy.path("attachments").forEach(attachment -> {
            String url = attachment.path("public_url").asText("");
            if (url.startsWith("/")) {
                ((ObjectNode) attachment).put("public_url", root + url);
            }
        });
        return copy;
    }
}
