package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The Greenhouse user that a run acts as. To one who is no Site Admin every list may be empty (Greenhouse contract, section 1.1), and
 * that must not pass for one of which nothing changed or everybody is gone. Used by one thread at a time.
 */
final class TokenUser {

    private static final String NOTHING_LISTED = "nothing_listed";

    private final HarvestV3 harvest;
    private final Run run;
    private final String credential;
    private final String sub;
    private Optional<Boolean> seesSomebody = Optional.empty();

    TokenUser(HarvestV3 harvest, Side side) {
        this.harvest = harvest;
        this.run = side.run();
        this.credential = side.auth().key(GreenhouseConnector.CLIENT_ID);
        this.sub = side.auth().key(GreenhouseConnector.SUB);
    }

    /** Whether Greenhouse lists any candidate at all; asked once a run, which is told that its listing failed if there is none. */
    boolean seesSomebody() throws RequestFailed, CredentialRefused, RunFatal {
        if (seesSomebody.isEmpty()) {
            Address one = harvest.address(HarvestList.CANDIDATES).query("per_page", 1);
            Optional<JsonNode> page = harvest.pages(HarvestList.CANDIDATES, one, "connector.greenhouse.base-url")
                    .next();
            boolean sees = page.isPresent() && !page.get().isEmpty();
            seesSomebody = Optional.of(sees);
            if (!sees) {
                run.listingFailed(
                        NOTHING_LISTED,
                        "Greenhouse lists no candidate at all: check that the user of " + sub
                                + ", or without it the service user of " + credential + ", is a Site Admin");
            }
        }
        return seesSomebody.get();
    }
}
