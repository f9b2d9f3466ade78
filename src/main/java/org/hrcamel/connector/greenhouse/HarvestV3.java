package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrcamel.connector.OriginClock;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls to Harvest v3 (Greenhouse contract, section 2). Thread safe. */
final class HarvestV3 {

    static final int LARGEST_PAGE = 500;

    private final Side side;
    private final ApiClient client;
    private final Address base;
    private final String credential;

    HarvestV3(Side side) {
        this.side = side;
        this.client = side.api()
                .client(
                        side.auth().get(GreenhouseConnector.CLIENT_ID),
                        new ServiceToken(side),
                        side.run().cancellation());
        this.base = side.api().base().orElseThrow();
        this.credential = side.auth().key(GreenhouseConnector.CLIENT_ID);
    }

    Address address(HarvestList list) {
        return base.path("v3", list.resource());
    }

    /**
     * @param mend what to look at when Greenhouse refuses the first page
     */
    LinkedPages pages(HarvestList list, Address first, String mend) {
        return new LinkedPages(page -> get(list, page), first, mend);
    }

    /**
     * Every row that belongs to one of these ids, asked for in groups.
     *
     * @param filter the parameter that takes the ids
     * @param query the address with any other filter
     */
    List<JsonNode> rows(HarvestList list, Address query, String filter, Iterable<String> ids)
            throws RequestFailed, CredentialRefused, RunFatal {
        List<JsonNode> rows = new ArrayList<>();
        for (List<String> chunk : CandidateIds.chunks(ids)) {
            Address first = query.query(filter, String.join(",", chunk)).query("per_page", LARGEST_PAGE);
            each(list, first, "connector.greenhouse.base-url", rows::add);
        }
        return rows;
    }

    /** The candidates with these ids. */
    List<JsonNode> candidates(List<String> ids) throws RequestFailed, CredentialRefused, RunFatal {
        return rows(HarvestList.CANDIDATES, address(HarvestList.CANDIDATES), "ids", ids);
    }

    /**
     * Reads a list to its end; rows can come twice.
     *
     * @param mend what to look at when Greenhouse refuses the first page
     */
    void each(HarvestList list, Address first, String mend, Consumer<JsonNode> row)
            throws RequestFailed, CredentialRefused, RunFatal {
        LinkedPages pages = pages(list, first, mend);
        for (Optional<JsonNode> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().forEach(row);
        }
    }

    private ApiAnswer get(HarvestList list, Address page) throws RequestFailed, CredentialRefused, RunFatal {
        Instant asked = side.api().clock().instant();
        ApiAnswer answer = client.send(ApiRequest.get(list.endpoint(), page));
        if (answer.status() == 403) {
            throw new CredentialRefused("Greenhouse does not permit to list " + list.resource() + " (" + answer
                    + "): the credential lacks the scope " + list.scope() + " or its user is no Site Admin; check "
                    + credential);
        }
        if (answer.status() == 401) {
            throw new CredentialRefused("Greenhouse does not accept a new token (" + answer + "): check " + credential
                    + " and connector.greenhouse.base-url");
        }
        if (!answer.isSuccess() && answer.status() != 422) {
            throw new RunFatal(
                    Reason.BAD_ORIGIN_PARAMETERS,
                    "Greenhouse does not list " + list.resource() + " (" + answer
                            + "): check connector.greenhouse.base-url");
        }
        // The first list of the run tells the time; what another shows is newer.
        OriginClock.tell(side, asked, answer);
        return answer;
    }
}
