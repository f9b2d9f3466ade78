package org.hrcamel.sandbox.breezyhr;

/** In which form an education's years are read back: the vendor's model does not have them (Breezy HR contract, section 10, U11). */
public enum EducationDates {
    /** Not at all. */
    ABSENT,
    /** {@code start_year} and {@code end_year}, numbers. */
    YEARS,
    /** {@code start_date} and {@code end_date}, objects with a {@code year}. */
    OBJECTS,
    /** {@code start_date} and {@code end_date}, texts. */
    TEXTS
}
