package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.connector.hrflow.Profile;

/** Sorts a candidate's website and social addresses: links of the kinds that HrFlow knows by their host, tags for the others. */
final class WebAddresses {

    private static final Pattern HOST = Pattern.compile("^(?:https?://)?([^/?#:\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> TYPES = Map.of(
            "linkedin.com", "linkedin",
            "twitter.com", "twitter",
            "x.com", "twitter",
            "facebook.com", "facebook",
            "github.com", "github");

    private WebAddresses() {}

    static void add(Profile profile, JsonNode candidate) {
        for (String list : List.of("social_media_addresses", "website_addresses")) {
            List<String> others = new ArrayList<>();
            for (JsonNode row : candidate.path(list)) {
                String url = GreenhouseProfile.text(row, "value");
                Optional<String> type = url == null ? Optional.empty() : type(url.strip());
                type.ifPresentOrElse(known -> profile.url(known, url), () -> others.add(url));
            }
            profile.tag(list, others);
        }
    }

    /** By the host itself or one below it, such as {@code fr.linkedin.com}; people leave the scheme out. */
    private static Optional<String> type(String url) {
        Matcher host = HOST.matcher(url);
        if (!host.find()) {
            return Optional.empty();
        }
        String name = host.group(1).toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(known -> name.equals(known.getKey()) || name.endsWith("." + known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
