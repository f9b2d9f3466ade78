package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/** Gives educations of Harvest v3 the names that they have in v1: it tells the ids of options only (Greenhouse contract, section 2.3). */
final class EducationNames {

    private static final String[] NAMED = {"school_name", "degree", "discipline"};
    private static final String OPTION = "_custom_field_option_id";

    private final NamesById options;

    EducationNames(HarvestV3 harvest) {
        this.options = new NamesById(harvest, HarvestList.OPTIONS);
    }

    void add(Collection<ObjectNode> educations) throws RequestFailed, CredentialRefused, RunFatal {
        options.learn(CandidateChildren.ids(educations, NAMED[0] + OPTION, NAMED[1] + OPTION, NAMED[2] + OPTION));
        for (ObjectNode education : educations) {
            for (String field : NAMED) {
                options.of(education.path(field + OPTION).asText()).ifPresent(name -> education.put(field, name));
            }
        }
    }
}
