package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.RunFatal;

/** Rows of a list, page by page. Used by one thread at a time. */
interface RowPages {

    /**
     * @return the next page's rows, possibly none, or empty after the last page
     */
    Optional<JsonNode> next() throws RequestFailed, CredentialRefused, RunFatal;
}
