package org.hrcamel.connector.greenhouse;

import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;

/** The candidates that one run reads, in the dialect of Harvest that its credential is for. */
interface Candidates {

    /** Those that the pull parameters ask for; in an incremental run those of them that may have changed. */
    PagedItems.Pages listing();

    /** Those with these ids, whatever the pull parameters say; not asked for where each listing shows everybody. */
    default PagedItems.Pages these(List<String> ids) {
        return Optional::empty;
    }
}
