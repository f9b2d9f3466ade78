package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls to JazzHR that this product makes (JazzHR contract, sections 1, 2 and 4). Thread safe. */
final class JazzhrApi {

    private static final Pattern NAMES_THE_KEY =
            Pattern.compile("\\b(api[ _-]?)?key\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final ApiClient client;
    private final FileDownloads files;
    private final Address base;
    private final String keySetting;

    JazzhrApi(Side side) {
        String key = side.auth().get(JazzhrConnector.API_KEY);
        Authentication inQuery =
                request -> request.withAddress(request.address().query("apikey", key));
        this.client = side.api().client(key, inQuery, side.run().cancellation());
        this.base = side.api().base().orElseThrow();
        this.files = side.api().files(base, JazzhrConnector.DOWNLOAD, JazzhrConnector.FOREIGN);
        this.keySetting = side.auth().key(JazzhrConnector.API_KEY);
    }

    Address applicants() {
        return base.path("applicants");
    }

    /** One page of the list, in any of its forms. */
    JsonNode page(Address address) throws RequestFailed, CredentialRefused, RunFatal {
        ApiAnswer answer = send(ApiRequest.get(JazzhrConnector.LIST, address));
        if (!answer.isSuccess()) {
            throw new RunFatal(
                    Reason.BAD_ORIGIN_PARAMETERS,
                    "JazzHR refuses the list of applicants (" + answer
                            + "): check the pull_parameters and connector.jazzhr.base-url");
        }
        if (isError(answer.body())) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED,
                    false,
                    "JazzHR answered " + answer + " with an error, not with rows");
        }
        return answer.body();
    }

    /** The whole applicant, or empty when there is none: a 404, or a success that says nothing (contract, U22). */
    Optional<ObjectNode> applicant(String id) throws RequestFailed, CredentialRefused, ItemFailed {
        ApiAnswer answer = send(ApiRequest.get(JazzhrConnector.DETAIL, base.path("applicants", id)));
        JsonNode body = answer.body();
        if (answer.status() == 404 || (answer.isSuccess() && isEmpty(body))) {
            return Optional.empty();
        }
        if (!answer.isSuccess() || isError(body)) {
            throw new ItemFailed(
                    "refused_by_jazzhr",
                    "JazzHR answered " + answer + (answer.isSuccess() ? " with an error" : "") + " for the applicant");
        }
        if (body instanceof ObjectNode applicant
                && !Scalars.text(applicant, "id").isEmpty()) {
            return Optional.of(applicant);
        }
        throw new ItemFailed("malformed_answer", "JazzHR sent an applicant without an id");
    }

    /** A file, wherever it is: without the key, which would not open it (contract, U15). */
    DownloadedFile download(String url) throws FileUnavailable {
        return files.fetch(url, Optional.empty());
    }

    /** Whether this is one of the ways to say "nothing" (contract, U10). */
    static boolean isEmpty(JsonNode body) {
        return body.isContainerNode()
                ? body.isEmpty()
                : body.isNull() || body.asText("").isBlank();
    }

    private ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        ApiAnswer answer = client.send(request);
        boolean failed = !answer.isSuccess() || isError(answer.body());
        if (answer.isRefused()
                || (failed && NAMES_THE_KEY.matcher(message(answer.body())).find())) {
            throw new CredentialRefused("JazzHR does not accept the key (" + answer + "): check " + keySetting
                    + "; the key may have been regenerated (in JazzHR under Settings > Integrations)");
        }
        return answer;
    }

    private static boolean isError(JsonNode body) {
        return body.isObject() && !body.hasNonNull("id") && (body.hasNonNull("error") || body.hasNonNull("_error"));
    }

    /** What an answer says of its failure, for the decision alone: it may quote the key. */
    private static String message(JsonNode body) {
        return body.isMissingNode() ? "" : body.toString();
    }
}
