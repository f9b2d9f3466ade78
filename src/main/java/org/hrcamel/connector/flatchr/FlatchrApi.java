package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.Authentication;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls to Flatchr's API for one run, all of them reads. Thread safe. */
final class FlatchrApi {

    private final ApiClient client;
    private final Address base;
    private final Address company;
    private final FileDownloads files;
    private final String key;
    private final Optional<String> searchFields;
    private final String settingsToCheck;

    FlatchrApi(Side side) {
        key = side.auth().get(FlatchrConnector.API_KEY);
        String companyId = side.auth().get(FlatchrConnector.COMPANY_ID);
        // The CV route has the key in its query, and two ways to authenticate in one request are one too many.
        Authentication bearer = request -> request.endpoint().equals(FlatchrConnector.CV)
                ? request
                : request.withHeader("Authorization", "Bearer " + key);
        // Flatchr counts by company (contract, section 4).
        client = side.api().client(companyId, bearer, side.run().cancellation());
        base = side.api().base().orElseGet(() -> Address.of(side.auth().get(FlatchrConnector.ENV_BASE_URL)));
        company = base.path("company", companyId);
        files = side.api().files(base, FlatchrConnector.CV, FlatchrConnector.FOREIGN);
        searchFields = side.api().settings().find(FlatchrChoices.SEARCH_FIELDS);
        settingsToCheck = side.auth().key(FlatchrConnector.API_KEY) + " and "
                + side.auth().key(FlatchrConnector.COMPANY_ID);
    }

    /** One search (contract, section 2.1), answered with success. */
    ApiAnswer search(JsonNode body) throws RequestFailed, CredentialRefused, RunFatal {
        Address address = company.path("search", "applicants").query("fields", searchFields);
        ApiAnswer answer = send(ApiRequest.post(FlatchrConnector.SEARCH, address, ApiRequest.json(body))
                .repeatable(true));
        if (!answer.isSuccess()) {
            throw new RunFatal(
                    Reason.BAD_ORIGIN_PARAMETERS,
                    "Flatchr refuses the search (" + answer + "): check " + settingsToCheck
                            + ", the pull_parameters and connector.flatchr.search-body");
        }
        return answer;
    }

    /** The detail of one application, whatever its status (contract, section 2.2). Never read by PUT: that moves it. */
    ApiAnswer applicant(String id) throws RequestFailed, CredentialRefused {
        return send(ApiRequest.get(
                FlatchrConnector.DETAIL,
                company.path("applicant", id).query("fields", "candidate,vacancy,candidate.consent")));
    }

    ApiAnswer columns() throws RequestFailed, CredentialRefused {
        return list(FlatchrConnector.COLUMNS, "columns");
    }

    ApiAnswer vacancies() throws RequestFailed, CredentialRefused {
        return list(FlatchrConnector.VACANCIES, "vacancies");
    }

    private ApiAnswer list(Endpoint endpoint, String name) throws RequestFailed, CredentialRefused {
        return send(ApiRequest.get(endpoint, company.path(name)));
    }

    /** A CV by its storage key (contract, section 4). */
    DownloadedFile cv(String storageKey, String extension, Optional<String> name) throws FileUnavailable {
        Address address = company.path("files", "expire")
                .query("key", storageKey)
                .query("extension", extension)
                .query("token", key);
        return files.fetch(address.toString(), name, client::send);
    }

    /** A CV by its presigned address, which has no scheme. */
    DownloadedFile presigned(String signature, Optional<String> name) throws FileUnavailable {
        return files.fetch(base.uri().getScheme() + "://" + signature, name, client::send);
    }

    private ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        ApiAnswer answer = client.send(request);
        if (answer.isRefused()) {
            throw new CredentialRefused("Flatchr does not accept the key for this company (" + answer
                    + "); a key expires 365 days after it was made: check " + settingsToCheck);
        }
        return answer;
    }
}
