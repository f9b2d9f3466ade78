package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/** The rows of a listing; one that shows none is believed only of a user who sees somebody, else the run is told. */
final class DoubtedRows implements RowPages {

    private final RowPages listing;
    private final TokenUser user;
    private boolean shown;

    DoubtedRows(RowPages listing, TokenUser user) {
        this.listing = listing;
        this.user = user;
    }

    @Override
    public Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal {
        Optional<JsonNode> page = listing.next();
        if (page.isPresent()) {
            shown |= !page.get().isEmpty();
        } else if (!shown) {
            user.seesSomebody();
        }
        return page;
    }
}
