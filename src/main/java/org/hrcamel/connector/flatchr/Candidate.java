package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hrcamel.workflow.ContentHash;
import org.hrcamel.workflow.Item;

/**
 * One profile's applications, as far as they are known. Those that are not wanted only tell whom to look for. Used by one thread.
 *
 * <p>Its item is the newest {@link Application} with {@code other_applications} in the same form, newest first, when there are any.
 */
final class Candidate {

    private final String reference;
    private final List<Application> applications = new ArrayList<>(1);

    Candidate(String reference) {
        this.reference = reference;
    }

    String reference() {
        return reference;
    }

    void add(Application application) {
        applications.add(application);
    }

    boolean has(String applicant) {
        return applications.stream().anyMatch(application -> application.id().equals(applicant));
    }

    List<ObjectNode> trees() {
        return applications.stream().map(Application::tree).toList();
    }

    /** The ids of all applications, first those that are wanted, newest first. */
    List<String> known() {
        return applications.stream()
                .sorted(Comparator.comparing(Application::wanted).reversed().thenComparing(Application.NEWEST_FIRST))
                .map(Application::id)
                .toList();
    }

    /** What is known, for a candidate who cannot be delivered with it alone. */
    Item part() {
        Item part = new Item(reference, MissingNode.getInstance());
        part.setLocator(String.join(",", known()));
        return part;
    }

    /** Whether another application may be newer than all that are wanted, as far as its row's day of change tells. */
    boolean mayBeOlderThan(JsonNode row, ZoneId zone) {
        return wanted().stream()
                .findFirst()
                .flatMap(newest -> FlatchrDates.day(newest.tree().path("updated_at"), zone))
                .map(day -> FlatchrDates.mayBeSince(row.path("updated_at"), day, zone))
                .orElse(true);
    }

    private List<Application> wanted() {
        return applications.stream()
                .filter(Application::wanted)
                .sorted(Application.NEWEST_FIRST)
                .toList();
    }

    /** The ids of the applications that belong to the profile, newest first. */
    List<String> applicants() {
        return wanted().stream().map(Application::id).toList();
    }

    /** Empty when no application is wanted. */
    Optional<Item> item() {
        List<Application> wanted = wanted();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode row = merged(wanted);
        Item item = new Item(reference, row);
        item.setVersion(version(row));
        // The newest may be deleted until Flatchr is asked for the candidate again.
        item.setLocator(String.join(",", applicants()));
        // An application that could not be read before has become part of it.
        item.standsFor(applicants());
        return Optional.of(item);
    }

    /**
     * A hash of the whole: rows tell the day of a change only and details the second, so two changes may share their times. The CV's
     * presigned address is another one at each reading (Flatchr contract, section 4).
     */
    static String version(JsonNode item) {
        return ContentHash.of(item, (path, field) -> path.equals("candidate.aws") && field.equals("signature"));
    }

    private static ObjectNode merged(List<Application> applications) {
        ObjectNode newest = applications.get(0).tree();
        if (applications.size() > 1) {
            ArrayNode others = newest.putArray("other_applications");
            applications.stream().skip(1).map(Application::tree).forEach(older -> {
                complete(newest.path("candidate"), older.path("candidate"));
                older.remove(List.of("candidate", "reference"));
                others.add(older);
            });
        }
        return newest;
    }

    /** All applications show the same candidate; what one of them leaves out, an older one may tell. */
    private static void complete(JsonNode candidate, JsonNode older) {
        if (candidate instanceof ObjectNode known) {
            older.properties().forEach(field -> {
                JsonNode value = known.path(field.getKey());
                if (value.isMissingNode()
                        || value.isNull()
                        || value.isTextual() && value.asText().isBlank()) {
                    known.set(field.getKey(), field.getValue());
                }
            });
        }
    }
}
