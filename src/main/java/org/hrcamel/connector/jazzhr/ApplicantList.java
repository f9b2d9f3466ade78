package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.connector.Seen;
import org.hrcamel.http.Address;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * One full pass of {@code GET /applicants}: only afterwards is it known who is listed and for which jobs, since an applicant has a row
 * for each application and rows have no order (JazzHR contract, section 2.1 and U9). Keeps ids alone. Not thread safe.
 */
final class ApplicantList {

    private static final int ROWS_OF_A_PAGE = 100;

    private final JazzhrApi api;
    private final Run run;
    private final ApplicantFilter filter;
    private final Address address;
    private final Map<String, ListedApplicant> applicants = new LinkedHashMap<>();
    private final Seen pages = Seen.all();
    private int page = 1;

    ApplicantList(JazzhrApi api, Run run, ApplicantFilter filter) {
        this.api = api;
        this.run = run;
        this.filter = filter;
        this.address = filter.address(api.applicants());
    }

    /**
     * Reads the next page.
     *
     * @return whether there may be another
     */
    boolean read() throws RequestFailed, CredentialRefused, RunFatal {
        JsonNode body = api.page(address.path("page", String.valueOf(page)));
        page++;
        if (JazzhrApi.isEmpty(body)) {
            return false;
        }
        if (body instanceof ObjectNode bare) {
            listed(bare, true);
            return false;
        }
        run.listed(body.size());
        StringBuilder rows = new StringBuilder();
        for (JsonNode row : body) {
            listed(row, false);
            rows.append(Scalars.text(row, "id"))
                    .append(' ')
                    .append(Scalars.text(row, "job_id"))
                    .append('\n');
        }
        if (body.size() >= ROWS_OF_A_PAGE && !pages.add(rows.toString())) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED, false, "JazzHR gave the same page twice: the listing has no end");
        }
        return body.size() >= ROWS_OF_A_PAGE;
    }

    private void listed(JsonNode row, boolean bare) {
        String id = Scalars.text(row, "id");
        if (id.isEmpty()) {
            run.gone();
            return;
        }
        ListedApplicant applicant = applicants.computeIfAbsent(id, ListedApplicant::new);
        if (bare) {
            applicant.addBare(row);
        } else {
            applicant.add(row, filter);
        }
    }

    /** Those who may be what is asked for, as far as the list can tell. */
    List<ListedApplicant> candidates() {
        return applicants.values().stream().filter(ListedApplicant::isCandidate).toList();
    }
}
