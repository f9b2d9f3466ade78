package org.hrcamel.connector.breezyhr;

import java.util.List;
import org.hrcamel.http.Endpoint;

/** The two kinds of entries that are added one a call (Breezy HR contract, section 3.2). */
enum HistoryKind {
    EDUCATION("education", "education", "school_name", List.of("field_of_study"), false, BreezyhrConnector.EDUCATION),
    WORK_HISTORY(
            "work_history",
            "work-history",
            "company_name",
            List.of("title", "summary"),
            true,
            BreezyhrConnector.WORK_HISTORY);

    private final String list;
    private final String path;
    private final String place;
    private final List<String> texts;
    private final boolean months;
    private final Endpoint endpoint;

    HistoryKind(String list, String path, String place, List<String> texts, boolean months, Endpoint endpoint) {
        this.list = list;
        this.path = path;
        this.place = place;
        this.texts = texts;
        this.months = months;
        this.endpoint = endpoint;
    }

    /** Field of a candidate that holds the entries. */
    String list() {
        return list;
    }

    /** Last segment of the address that takes an entry. */
    String path() {
        return path;
    }

    /** The field that an entry must have: school or company. */
    String place() {
        return place;
    }

    /** The field that tells two entries of one place apart. */
    String title() {
        return texts.get(0);
    }

    /** Every text that is accepted beside the place. */
    List<String> texts() {
        return texts;
    }

    /** Whether months are accepted beside years. */
    boolean months() {
        return months;
    }

    Endpoint endpoint() {
        return endpoint;
    }
}
