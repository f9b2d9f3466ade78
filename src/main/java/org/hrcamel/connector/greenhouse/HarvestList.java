package org.hrcamel.connector.greenhouse;

import java.util.List;
import org.hrcamel.http.Endpoint;

/** The lists of Harvest v3 that are read, with the permission that each needs (Greenhouse contract, sections 1.4 and 2). */
enum HarvestList {
    CANDIDATES("candidates"),
    APPLICATIONS("applications"),
    ATTACHMENTS("attachments"),
    EDUCATIONS("candidate_educations"),
    EMPLOYMENTS("candidate_employments"),
    OPTIONS("custom_field_options"),
    JOBS("jobs");

    /** Those that hold what belongs to a candidate (section 2.7). */
    static final List<HarvestList> BESIDE_CANDIDATES = List.of(APPLICATIONS, ATTACHMENTS, EDUCATIONS, EMPLOYMENTS);

    private final String resource;
    private final Endpoint endpoint;

    HarvestList(String resource) {
        this.resource = resource;
        this.endpoint = new Endpoint("greenhouse-" + resource.replace('_', '-') + "-request");
    }

    /** The last segment of its path. */
    String resource() {
        return resource;
    }

    /** The field of a candidate in which Harvest v1 has the rows of a list that lies beside the candidates in v3. */
    String field() {
        return resource.replaceFirst("^candidate_", "");
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String scope() {
        return "harvest:" + resource + ":list";
    }
}
