package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.hrflow.ProfileLinks;

/** A profile's links as Breezy HR writes them: one a network, by the network's name (Breezy HR contract, section 3.1). */
final class SocialLinks {

    /** Links that a résumé held come without a network; their host tells it. */
    private static final Map<String, String> HOSTS = Map.of(
            "linkedin.com", "linkedin",
            "github.com", "github",
            "twitter.com", "twitter",
            "x.com", "twitter",
            "facebook.com", "facebook");

    private SocialLinks() {}

    /**
     * The first link of each network.
     *
     * @param urls HrFlow's list, or the object of old data
     */
    static Optional<ObjectNode> of(JsonNode urls) {
        ObjectNode links = JsonNodeFactory.instance.objectNode();
        // Links whose network was told go first.
        for (boolean told : new boolean[] {true, false}) {
            for (JsonNode link : ProfileLinks.list(urls)) {
                String url = link.path("url").asText("").strip();
                String type = link.path("type").asText("").strip().toLowerCase(Locale.ROOT);
                boolean names = !type.isEmpty() && !type.equals("from_resume");
                String network = names ? type : network(url);
                if (names == told && !url.isEmpty() && !network.isEmpty() && !links.has(network)) {
                    links.put(network, url);
                }
            }
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(links);
    }

    private static String network(String url) {
        try {
            String host =
                    URI.create(url.contains("://") ? url : "https://" + url).getHost();
            return host == null
                    ? ""
                    : HOSTS.getOrDefault(host.toLowerCase(Locale.ROOT).replaceFirst("^(www|[a-z]{2})\\.", ""), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
