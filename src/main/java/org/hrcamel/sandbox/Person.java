package org.hrcamel.sandbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented candidate, from which each simulated vendor makes a record in its own shape.
 *
 * @param index position in the population, from 0
 * @param email may be null: some candidates have none
 * @param phone may be null
 * @param jobs employments, newest first, possibly empty
 * @param schools educations, newest first, possibly empty
 * @param linkedin may be null
 * @param applied day of the first application
 */
public record Person(
        int index,
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String phone,
        String street,
        String city,
        String region,
        String postcode,
        String country,
        String countryCode,
        double latitude,
        double longitude,
        String headline,
        String summary,
        List<String> skills,
        List<Job> jobs,
        List<School> schools,
        @Nullable String linkedin,
        LocalDate applied) {

    /**
     * @param end null while employed
     */
    public record Job(
            String company,
            String title,
            String text,
            LocalDate start,
            @Nullable LocalDate end) {}

    public record School(String name, String degree, String field, LocalDate start, LocalDate end) {}

    public String fullName() {
        return (firstName + " " + lastName).trim();
    }

    /** Whether this person sent a résumé file: two of three did. */
    public boolean hasResume() {
        return index % 3 != 2;
    }
}
