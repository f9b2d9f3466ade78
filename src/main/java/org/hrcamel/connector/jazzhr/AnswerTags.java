package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrcamel.connector.hrflow.Profile;

/** Tags named by texts of the account: questions that applicants answered, and criteria that recruiters rated. */
final class AnswerTags {

    private static final int LONGEST_NAME = 100;

    private AnswerTags() {}

    static void add(Profile profile, JsonNode applicant) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (JsonNode asked : Scalars.elements(applicant, "questionnaire")) {
            collect(tags, "question_", Scalars.text(asked, "question"), asked.path("answer"));
        }
        for (JsonNode rated : Scalars.elements(applicant, "evaluation")) {
            collect(tags, "evaluation_", Scalars.text(rated, "name"), rated.path("rating"));
        }
        // Two texts may give one name, and HrFlow keeps one tag a name.
        tags.forEach(profile::tag);
    }

    private static void collect(Map<String, List<String>> tags, String prefix, String text, JsonNode value) {
        String name = snakeCase(text);
        if (!name.isEmpty() && value.isValueNode() && !value.isNull()) {
            tags.computeIfAbsent(prefix + name, unknown -> new ArrayList<>()).add(value.asText());
        }
    }

    /** {@code "Êtes-vous mobile ?"} gives {@code etes_vous_mobile}; letters of other scripts stay as they are. */
    static String snakeCase(String text) {
        String latin = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("(?<=\\p{IsLatin})\\p{M}+", "");
        String name = Normalizer.normalize(latin, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = name.lastIndexOf('_', LONGEST_NAME);
        return name.substring(0, end > 0 ? end : LONGEST_NAME);
    }
}
