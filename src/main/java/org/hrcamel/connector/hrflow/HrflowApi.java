package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
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
import org.hrcamel.http.Json;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls to HrFlow that this product makes, for one source (HrFlow contract, sections 2 to 4). Thread safe. */
final class HrflowApi {

    private final ApiClient client;
    private final FileDownloads files;
    private final Address base;
    private final String source;
    private final String sourceSetting;
    private final String authSetting;
    private final Reason badParameters;

    /**
     * @param source key of the source
     * @param sourceSetting the setting that holds it, for messages
     * @param badParameters what a run fails with when HrFlow refuses the settings
     */
    HrflowApi(Side side, String source, String sourceSetting, Reason badParameters) {
        String secret = side.auth().get(HrflowConnector.API_SECRET);
        String user = side.auth().get(HrflowConnector.API_USER);
        Authentication headers =
                request -> request.withHeader("X-API-KEY", secret).withHeader("X-USER-EMAIL", user);
        this.client = side.api()
                .client(secret, headers, HrflowAnswer::envelope, side.run().cancellation());
        this.base = side.api().base().orElseThrow();
        this.files = side.api().files(base, HrflowConnector.RESUME, HrflowConnector.RESUME_ELSEWHERE);
        this.source = source;
        this.sourceSetting = sourceSetting;
        this.authSetting = side.auth().key(HrflowConnector.API_SECRET);
        this.badParameters = badParameters;
    }

    String source() {
        return source;
    }

    /** Stops the run unless the credentials are accepted and the source exists. */
    void checkSource() throws RunFatal, RequestFailed, CredentialRefused {
        ApiAnswer answer =
                send(ApiRequest.get(HrflowConnector.SOURCE, base.path("source").query("key", source)));
        if (!answer.isSuccess()) {
            throw HrflowAnswer.isNotFound(answer, "source") || HrflowAnswer.isAmbiguous(answer)
                    ? unknownSource()
                    : new RunFatal(
                            badParameters, "HrFlow refuses the source of " + sourceSetting + " (" + answer + ")");
        }
    }

    /** A profile by the reference that the system gave it, or empty when HrFlow has none. */
    Optional<ObjectNode> byReference(String reference) throws RunFatal, RequestFailed, CredentialRefused, ItemFailed {
        return profile("reference", reference);
    }

    /** A profile by HrFlow's own key, or empty when there is none. */
    Optional<ObjectNode> byKey(String key) throws RunFatal, RequestFailed, CredentialRefused, ItemFailed {
        return profile("key", key);
    }

    private Optional<ObjectNode> profile(String by, String value)
            throws RunFatal, RequestFailed, CredentialRefused, ItemFailed {
        Address address =
                base.path("profile", "indexing").query("source_key", source).query(by, value);
        ApiAnswer answer = send(ApiRequest.get(HrflowConnector.PROFILE, address));
        if (answer.isSuccess() && HrflowAnswer.data(answer) instanceof ObjectNode profile && !profile.isEmpty()) {
            return Optional.of(profile);
        }
        if (HrflowAnswer.isNotFound(answer, "source")) {
            throw unknownSource();
        }
        // The source was found when the run began, so the ambiguous wording can only mean the profile.
        if (HrflowAnswer.isNotFound(answer, "profile") || HrflowAnswer.isAmbiguous(answer)) {
            return Optional.empty();
        }
        throw unexpected(answer, "reading the profile");
    }

    /** One page of the source's profiles, oldest first; an answer that refuses it is returned. */
    ApiAnswer profiles(int page, int limit) throws RunFatal, RequestFailed, CredentialRefused {
        Address address = base.path("storing", "profiles")
                .query(
                        "source_keys",
                        Json.text(JsonNodeFactory.instance.arrayNode().add(source)))
                .query("return_profile", true)
                .query("page", page)
                .query("limit", limit)
                .query("sort_by", "created_at")
                .query("order_by", "asc");
        ApiAnswer answer = send(ApiRequest.get(HrflowConnector.LIST, address));
        if (HrflowAnswer.isNotFound(answer, "source")) {
            throw unknownSource();
        }
        return answer;
    }

    /** A file that HrFlow keeps for a profile: its address is public, the credentials stay here. */
    DownloadedFile download(String url, Optional<String> name) throws FileUnavailable {
        return files.fetch(url, name);
    }

    /** Writes a full profile. */
    void edit(ObjectNode profile) throws RequestFailed, CredentialRefused, ItemFailed, RunFatal {
        ApiAnswer answer = send(ApiRequest.put(HrflowConnector.EDIT, base.path("profile", "indexing"), profile));
        if (HrflowAnswer.isNotFound(answer, "source")) {
            throw unknownSource();
        }
        if (HrflowAnswer.isNotFound(answer, "profile")) {
            throw new ItemFailed("profile_not_found", "HrFlow no longer has this profile");
        }
        if (!answer.isSuccess()) {
            throw unexpected(answer, "editing the profile");
        }
    }

    /**
     * Hands a résumé of an existing profile to the parser; the answer's status says whether it is done (201) or queued (202). What the
     * form leaves out of labels, tags and metadatas counts as none, so the profile's own go along.
     *
     * @param profile as just read
     * @return empty when {@code arrival} showed that an upload without answer did arrive
     */
    Optional<ApiAnswer> parse(
            DownloadedFile file, String reference, JsonNode profile, ApiClient.Arrival<RunFatal> arrival)
            throws RequestFailed, CredentialRefused, RunFatal {
        ContentType text = ContentType.create("text/plain", "UTF-8");
        MultipartEntityBuilder body = MultipartEntityBuilder.create()
                // As browsers write names: the other modes percent-encode them, and vendors would keep them so.
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8)
                .addTextBody("source_key", source, text)
                .addTextBody("reference", reference, text)
                .addTextBody("key", profile.path("key").asText(), text)
                .addTextBody("profile_content_type", file.contentType(), text)
                .addBinaryBody("file", file.path().toFile(), ContentType.create(file.contentType()), file.name());
        if (!profile.path("created_at").asText("").isEmpty()) {
            body.addTextBody("created_at", profile.path("created_at").asText(), text);
        }
        for (String list : List.of("labels", "tags", "metadatas")) {
            if (!profile.path(list).isEmpty()) {
                body.addTextBody(list, Json.text(profile.path(list)), text);
            }
        }
        Address address = base.path("profile", "parsing", "file");
        Optional<ApiAnswer> answer =
                client.sendOnce(ApiRequest.post(HrflowConnector.PARSE, address, body.build()), arrival);
        return answer.isPresent() ? Optional.of(accepted(answer.get())) : answer;
    }

    private ApiAnswer send(ApiRequest request) throws RequestFailed, CredentialRefused {
        return accepted(client.send(request));
    }

    private ApiAnswer accepted(ApiAnswer answer) throws CredentialRefused {
        if (answer.isRefused()) {
            throw new CredentialRefused("HrFlow refuses the credentials (" + answer + "): check " + authSetting
                    + " and api_user beside it, and that the key may read and write this source");
        }
        return answer;
    }

    private RunFatal unknownSource() {
        return new RunFatal(badParameters, "HrFlow has no source with the key of " + sourceSetting);
    }

    private static ItemFailed unexpected(ApiAnswer answer, String doing) {
        String reason = answer.status() == 402 ? "quota_exceeded" : "refused_by_hrflow";
        return new ItemFailed(reason, "HrFlow answered " + answer + " when " + doing);
    }
}
