package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.DownloadedFile;
import org.hrcamel.http.FileUnavailable;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls about candidates of one position (Breezy HR contract, sections 2 to 4). Thread safe. */
final class PositionApi {

    private final BreezyAccount account;
    private final Address company;
    private final String position;
    private final String positionSetting;
    private final String resumeField;

    PositionApi(BreezyAccount account, Address company, String position, String positionSetting, String resumeField) {
        this.account = account;
        this.company = company;
        this.position = position;
        this.positionSetting = positionSetting;
        this.resumeField = resumeField;
    }

    String position() {
        return position;
    }

    /** Stops the run unless the company has the position. */
    void check() throws RunFatal, RequestFailed, CredentialRefused {
        ApiAnswer answer = account.send(ApiRequest.get(BreezyhrConnector.POSITION, company.path("position", position)));
        if (!answer.isSuccess()) {
            throw new RunFatal(
                    Reason.BAD_TARGET_PARAMETERS,
                    answer.status() == 404
                            ? "The company has no position with the id of " + positionSetting
                            : "Breezy HR refuses the position of " + positionSetting + " (" + BreezyAnswer.told(answer)
                                    + ")");
        }
    }

    /** The whole candidate, or empty when it is not on this position. */
    Optional<JsonNode> candidate(String id) throws RequestFailed, CredentialRefused, ItemFailed {
        ApiAnswer answer = account.send(ApiRequest.get(BreezyhrConnector.CANDIDATE, address(id)));
        if (BreezyAnswer.isNotHere(answer)) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw BreezyAnswer.refused(answer, "reading the candidate");
        }
        // A reference is anybody's text: what it leads to must be that candidate.
        return Optional.of(answer.body())
                .filter(body -> body.path("_id").asText("").equals(id));
    }

    /** The company's candidates with exactly this e-mail address, on whatever position. */
    JsonNode search(String email) throws RequestFailed, CredentialRefused, ItemFailed {
        Address address = company.path("candidates", "search").query("email_address", email);
        ApiAnswer answer = account.send(ApiRequest.get(BreezyhrConnector.SEARCH, address));
        if (!answer.isSuccess()) {
            throw new ItemFailed(
                    "refused_by_breezyhr",
                    "Breezy HR answered " + BreezyAnswer.told(answer) + " when searching the candidate");
        }
        return answer.body();
    }

    /** Sends changed fields; a refusal is returned, since it may concern one field alone. */
    ApiAnswer edit(String id, ObjectNode body) throws RequestFailed, CredentialRefused {
        return account.send(ApiRequest.put(BreezyhrConnector.EDIT, address(id), body));
    }

    /**
     * Adds one entry: not repeatable, since a second one may stand beside the first.
     *
     * @return the candidate as answered, or empty when {@code arrival} showed that the entry is there
     */
    Optional<JsonNode> add(String id, HistoryKind kind, ObjectNode entry, ApiClient.Arrival<ItemFailed> arrival)
            throws RequestFailed, CredentialRefused, ItemFailed {
        ApiRequest request = ApiRequest.put(kind.endpoint(), address(id).path(kind.path()), entry)
                .repeatable(false);
        Optional<ApiAnswer> answer = account.sendOnce(request, arrival);
        if (answer.isPresent() && !answer.get().isSuccess()) {
            throw BreezyAnswer.refused(answer.get(), "adding an entry of " + kind.list());
        }
        return answer.map(ApiAnswer::body);
    }

    void upload(String id, DownloadedFile file, ApiClient.Arrival<ItemFailed> arrival)
            throws RequestFailed, CredentialRefused, ItemFailed {
        MultipartEntityBuilder body = MultipartEntityBuilder.create()
                // As browsers write names: the other modes percent-encode them, and vendors would keep them so.
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8)
                .addBinaryBody(resumeField, file.path().toFile(), ContentType.create(file.contentType()), file.name());
        Optional<ApiAnswer> answer = account.sendOnce(
                ApiRequest.post(BreezyhrConnector.UPLOAD, address(id).path("resume"), body.build()), arrival);
        if (answer.isPresent() && !answer.get().isSuccess()) {
            throw BreezyAnswer.refused(answer.get(), "uploading the résumé");
        }
    }

    DownloadedFile download(String url, Optional<String> name) throws FileUnavailable {
        return account.download(url, name);
    }

    private Address address(String id) {
        return company.path("position", position, "candidate", id);
    }
}
