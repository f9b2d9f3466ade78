package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** One run's access to Breezy HR as one user, until it is closed (Breezy HR contract, section 1). Thread safe. */
final class BreezyAccount implements AutoCloseable {

    private final BreezySession session;
    private final ApiClient client;
    private final FileDownloads files;
    private final Address base;
    private final Optional<String> companyId;
    private final Optional<String> companyName;
    private final String companySetting;
    private final String passwordSetting;

    BreezyAccount(Side side) {
        this.session = new BreezySession(side);
        this.client =
                side.api().client(session.credential(), session, side.run().cancellation());
        this.base = side.api().base().orElseThrow();
        this.files = side.api().files(base, BreezyhrConnector.DOWNLOAD, BreezyhrConnector.FOREIGN);
        this.companyId = side.auth().find(BreezyhrConnector.COMPANY_ID).map(String::strip);
        this.companyName = side.auth().find(BreezyhrConnector.COMPANY_NAME);
        this.companySetting = side.auth().key(BreezyhrConnector.COMPANY_NAME);
        this.passwordSetting = side.auth().key(BreezyhrConnector.PASSWORD);
    }

    /** The address of the company that the settings name. */
    Address company() throws RunFatal, RequestFailed, CredentialRefused {
        return base.path("company", companyId.isPresent() ? companyId.get() : namedCompany());
    }

    private String namedCompany() throws RunFatal, RequestFailed, CredentialRefused {
        String name = companyName.orElseThrow(() -> new RunFatal(
                Reason.BAD_TARGET_PARAMETERS, companySetting + " is missing, and so is company_id beside it"));
        ApiAnswer answer = send(ApiRequest.get(BreezyhrConnector.COMPANIES, base.path("companies")));
        if (!answer.isSuccess()) {
            throw new RunFatal(
                    Reason.BAD_TARGET_PARAMETERS,
                    "Breezy HR does not list the companies of the account (" + BreezyAnswer.told(answer)
                            + "); company_id beside " + companySetting + " needs no list");
        }
        JsonNode companies = answer.body();
        return CompanyName.find(companies, name).orElseThrow(() -> {
            boolean several = CompanyName.matches(companies, name) > 1;
            return new RunFatal(
                    Reason.BAD_TARGET_PARAMETERS,
                    several
                            ? "Several companies of the account have the name of " + companySetting
                                    + ": set company_id beside it"
                            : "The account is a member of no company with the name of " + companySetting);
        });
    }

    /** Sends with the session's token; an answer that refuses it is none. */
    ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        return accepted(client.send(request));
    }

    /** The same for what must not be done twice; empty when {@code arrival} showed that it is done already. */
    <X extends Exception> Optional<ApiAnswer> sendOnce(ApiRequest request, ApiClient.Arrival<X> arrival)
            throws RequestFailed, CredentialRefused, X {
        Optional<ApiAnswer> answer = client.sendOnce(request, arrival);
        return answer.isPresent() ? Optional.of(accepted(answer.get())) : answer;
    }

    private ApiAnswer accepted(ApiAnswer answer) throws CredentialRefused {
        if (answer.status() == 403) {
            throw new CredentialRefused("Breezy HR does not permit this (" + BreezyAnswer.told(answer)
                    + "): the company's plan may lack the Developer API, or the account is no member of the company;"
                    + " check " + companySetting + " and company_id beside it");
        }
        if (BreezyAnswer.isInvalidToken(answer)) {
            throw new CredentialRefused("Breezy HR does not accept the token (" + BreezyAnswer.told(answer)
                    + "): check " + passwordSetting);
        }
        return answer;
    }

    /** A file: with the token from the API's own host, without it from elsewhere. */
    DownloadedFile download(String url, Optional<String> name) throws FileUnavailable {
        return files.fetch(url, name, client::send);
    }

    @Override
    public void close() {
        session.close();
    }
}
