package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrcamel.workflow.Change;

/**
 * What an update sends of a candidate's own fields: only accepted ones, only changed ones, never null (Breezy HR contract, sections 3.1
 * and 10, U12 to U15).
 */
final class CandidateEdit {

    static final String SOCIAL_PROFILES = "social_profiles";

    private static final List<String> TEXTS =
            List.of("name", "email_address", "phone_number", "summary", "headline", "address", "cover_letter");

    private final JsonNode candidate;
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final List<Change> changes = new ArrayList<>();
    private final String source;

    private CandidateEdit(JsonNode candidate, JsonNode form) {
        this.candidate = candidate;
        this.source = text(form, "source").isEmpty() ? currentSource() : text(form, "source");
    }

    /**
     * @param candidate as Breezy HR holds it
     * @param form as the format made it
     * @param networks the social networks that Breezy HR takes
     */
    static CandidateEdit of(JsonNode candidate, JsonNode form, Collection<String> networks) {
        CandidateEdit edit = new CandidateEdit(candidate, form);
        TEXTS.forEach(name -> edit.text(name, text(form, name)));
        edit.tags(form.path("tags"));
        edit.links(form.path(SOCIAL_PROFILES), networks);
        edit.attributes(form.path("custom_attributes"));
        if (!edit.source.equals(edit.currentSource())) {
            edit.changed("source", TextNode.valueOf(edit.currentSource()), TextNode.valueOf(edit.source));
        }
        return edit;
    }

    /** What would change, field by field; empty when Breezy HR already holds everything. */
    List<Change> changes() {
        return changes;
    }

    boolean has(String field) {
        return body.has(field);
    }

    /** The body of the request. */
    ObjectNode body() {
        ObjectNode complete = body.deepCopy();
        // Left out, it might fall back to the vendor's default (U14).
        return source.isEmpty() ? complete : complete.put("source", source);
    }

    /** The body without one field, or an empty object when nothing else would change. */
    ObjectNode bodyWithout(String field) {
        boolean others = changes.stream()
                .anyMatch(
                        change -> !change.path().equals(field) && !change.path().startsWith(field + "."));
        ObjectNode rest = body();
        rest.remove(field);
        return others ? rest : rest.removeAll();
    }

    private String currentSource() {
        JsonNode present = candidate.path("source");
        return present.isObject() ? text(present, "name") : present.asText("").strip();
    }

    private void text(String name, String wanted) {
        String present = text(candidate, name);
        boolean same = name.equals("email_address")
                ? wanted.equalsIgnoreCase(present)
                : wanted.replace("\r\n", "\n").equals(present.replace("\r\n", "\n"));
        if (!wanted.isEmpty() && !same) {
            body.put(name, wanted);
            changed(name, candidate.path(name), TextNode.valueOf(wanted));
        }
    }

    /** The present tags and the new ones: a list that is sent replaces the whole (U13). */
    private void tags(JsonNode wanted) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ArrayNode united = JsonNodeFactory.instance.arrayNode();
        for (JsonNode tag : candidate.path("tags")) {
            known.add(tag.asText("").strip());
            united.add(tag);
        }
        int before = united.size();
        for (JsonNode tag : wanted) {
            String text = tag.asText("").strip();
            if (!text.isEmpty() && known.add(text)) {
                united.add(text);
            }
        }
        if (united.size() > before) {
            body.set("tags", united);
            changed("tags", candidate.path("tags"), united);
        }
    }

    /** Read as a list, written as a map (contract, section 2.2); the present links go along, should the map replace them. */
    private void links(JsonNode wanted, Collection<String> networks) {
        ObjectNode links = JsonNodeFactory.instance.objectNode();
        for (JsonNode present : candidate.path(SOCIAL_PROFILES)) {
            String type = text(present, "type").isEmpty() ? text(present, "typeId") : text(present, "type");
            String network = type.toLowerCase(Locale.ROOT);
            String url = text(present, "url");
            if (networks.contains(network) && !url.isEmpty()) {
                links.put(network, url);
            }
        }
        ObjectNode present = links.deepCopy();
        for (Map.Entry<String, JsonNode> link : wanted.properties()) {
            String network = link.getKey().toLowerCase(Locale.ROOT);
            String url = link.getValue().asText("").strip();
            if (networks.contains(network) && !url.isEmpty() && !isSameLink(url, text(present, network))) {
                links.put(network, url);
                changed(SOCIAL_PROFILES + "." + network, present.path(network), TextNode.valueOf(url));
            }
        }
        if (!links.equals(present)) {
            body.set(SOCIAL_PROFILES, links);
        }
    }

    private static boolean isSameLink(String url, String other) {
        return url.replaceFirst("/$", "").equals(other.replaceFirst("/$", ""));
    }

    /** Custom attributes of a workflow's own format, by name; the present ones go along, should the list replace them. */
    private void attributes(JsonNode wanted) {
        ObjectNode byName = JsonNodeFactory.instance.objectNode();
        for (JsonNode present : candidate.path("custom_attributes")) {
            byName.set(text(present, "name"), attribute(present));
        }
        ObjectNode before = byName.deepCopy();
        for (JsonNode attribute : wanted) {
            String name = text(attribute, "name");
            JsonNode value = attribute.path("value");
            JsonNode present = before.path(name).path("value");
            if (!name.isEmpty()
                    && !value.asText("").isBlank()
                    && !value.asText().equals(present.asText(""))) {
                ObjectNode merged =
                        before.path(name).isObject() ? before.path(name).deepCopy() : attribute(attribute);
                merged.set("value", value);
                byName.set(name, merged);
                changed("custom_attributes." + name, present, value);
            }
        }
        if (!byName.equals(before)) {
            ArrayNode list = body.putArray("custom_attributes");
            byName.forEach(list::add);
        }
    }

    private static ObjectNode attribute(JsonNode attribute) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("name", "value", "secure")) {
            if (attribute.hasNonNull(field)) {
                written.set(field, attribute.get(field));
            }
        }
        return written;
    }

    private void changed(String path, JsonNode from, JsonNode to) {
        changes.add(new Change(path, from.isMissingNode() ? NullNode.getInstance() : from, to));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }
}
