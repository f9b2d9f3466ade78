package org.hrcamel.connector.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.Authentication;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileDownloads;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ItemFailed;

/** The calls to SmartRecruiters that this product makes (SmartRecruiters contract, sections 2 and 4). Thread safe. */
final class SmartrecruitersApi {

    private final ApiClient client;
    private final FileDownloads files;
    private final Address base;
    private final String tokenSetting;

    SmartrecruitersApi(Side side) {
        String token = side.auth().get(SmartrecruitersConnector.TOKEN);
        Authentication header = request -> request.withHeader("X-SmartToken", token);
        this.client = side.api().client(token, header, side.run().cancellation());
        this.base = side.api().base().orElseThrow();
        this.files = side.api().files(base, SmartrecruitersConnector.DOWNLOAD, SmartrecruitersConnector.FOREIGN);
        this.tokenSetting = side.auth().key(SmartrecruitersConnector.TOKEN);
    }

    Address candidates() {
        return base.path("candidates");
    }

    /** One page of the search; a 400 is returned, since it may mean that a page id has ended. */
    ApiAnswer page(Address address) throws RequestFailed, CredentialRefused {
        return send(ApiRequest.get(SmartrecruitersConnector.LIST, address));
    }

    /** The whole candidate, every field of it optional, or empty when it is gone. */
    Optional<ObjectNode> candidate(String id) throws RequestFailed, CredentialRefused, ItemFailed {
        ApiAnswer answer = client.send(ApiRequest.get(SmartrecruitersConnector.DETAIL, base.path("candidates", id)));
        if (answer.status() == 403) {
            // The list was permitted, so it is this candidate who is not to be read with the key.
            throw new ItemFailed(
                    "not_permitted",
                    "SmartRecruiters does not permit the key to read this candidate (" + answer
                            + "): a scope or the System role may be missing");
        }
        accepted(answer);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw new ItemFailed(
                    "refused_by_smartrecruiters", "SmartRecruiters answered " + answer + " for the candidate");
        }
        if (answer.body() instanceof ObjectNode candidate) {
            return Optional.of(candidate);
        }
        throw new ItemFailed("malformed_answer", "SmartRecruiters sent something else than a candidate");
    }

    /** The attachments of a candidate, or of one application; a missing node when they cannot be read. */
    JsonNode attachments(String candidate, Optional<String> job) throws FileUnavailable {
        Address address = job.map(id -> base.path("candidates", candidate, "jobs", id, "attachments"))
                .orElseGet(() -> base.path("candidates", candidate, "attachments"));
        try {
            ApiAnswer answer = client.send(ApiRequest.get(SmartrecruitersConnector.ATTACHMENTS, address));
            return answer.isSuccess() ? answer.body().path("content") : MissingNode.getInstance();
        } catch (RequestFailed | CredentialRefused failure) {
            throw new FileUnavailable("the attachments could not be listed");
        }
    }

    DownloadedFile download(String url, Optional<String> name) throws FileUnavailable {
        return files.fetch(url, name, client::send);
    }

    /** Where a file is fetched when the attachment does not say. */
    String attachment(String id) {
        return base.path("candidates", "attachments", id).toString();
    }

    private ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        return accepted(client.send(request));
    }

    private ApiAnswer accepted(ApiAnswer answer) throws CredentialRefused {
        if (answer.isRefused()) {
            String why = answer.status() == 401
                    ? "does not accept the key"
                    : "does not permit this with the key: a scope or the System role is missing";
            throw new CredentialRefused("SmartRecruiters " + why + " (" + answer + "): check " + tokenSetting);
        }
        return answer;
    }
}
