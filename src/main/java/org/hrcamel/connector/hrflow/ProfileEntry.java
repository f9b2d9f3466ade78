package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One experience or education in HrFlow's form. Not thread safe. */
public final class ProfileEntry {

    private final ObjectNode entry = JsonNodeFactory.instance.objectNode();

    /**
     * @param title what the person did or studied
     * @param company employer
     */
    public static ProfileEntry experience(@Nullable String title, @Nullable String company) {
        return new ProfileEntry().put("title", title).put("company", company);
    }

    /**
     * @param title degree and field of study
     */
    public static ProfileEntry education(@Nullable String title, @Nullable String school) {
        return new ProfileEntry().put("title", title).put("school", school);
    }

    private ProfileEntry put(String field, @Nullable String value) {
        Profile.put(entry, field, value);
        return this;
    }

    public ProfileEntry description(@Nullable String description) {
        return put("description", description);
    }

    public ProfileEntry location(ProfileLocation location) {
        location.json().ifPresent(json -> entry.set("location", json));
        return this;
    }

    /** The start in any form that {@link ProfileDates} reads. */
    public ProfileEntry start(@Nullable String date) {
        return put("date_start", ProfileDates.of(date).orElse(null));
    }

    /** The end in any form that {@link ProfileDates} reads. */
    public ProfileEntry end(@Nullable String date) {
        return put("date_end", ProfileDates.of(date).orElse(null));
    }

    /** It goes on: whatever end was known before is no longer true. */
    public ProfileEntry current() {
        entry.putNull("date_end");
        return this;
    }

    Optional<ObjectNode> json() {
        boolean empty = entry.isEmpty()
                || entry.size() == 1
                        && entry.has("date_end")
                        && entry.get("date_end").isNull();
        return empty ? Optional.empty() : Optional.of(entry);
    }
}
