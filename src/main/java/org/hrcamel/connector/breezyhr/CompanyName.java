package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a company by its name, which need not be unique: as it is written, else without regard to case (Breezy HR contract, section 1). */
final class CompanyName {

    private CompanyName() {}

    /** The id of the one company of this name, or empty when there is none or there are several. */
    static Optional<String> find(JsonNode companies, String name) {
        List<String> ids = ids(companies, name);
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    static int matches(JsonNode companies, String name) {
        return ids(companies, name).size();
    }

    private static List<String> ids(JsonNode companies, String name) {
        String wanted = name.strip();
        List<String> exact = ids(companies, wanted::equals);
        return exact.isEmpty() ? ids(companies, wanted::equalsIgnoreCase) : exact;
    }

    private static List<String> ids(JsonNode companies, Predicate<String> isWanted) {
        List<String> ids = new ArrayList<>();
        for (JsonNode company : companies) {
            String id = company.path("_id").asText("");
            if (!id.isEmpty() && isWanted.test(company.path("name").asText("").strip())) {
                ids.add(id);
            }
        }
        return ids;
    }
}
