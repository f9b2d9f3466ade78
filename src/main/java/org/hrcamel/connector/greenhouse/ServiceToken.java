package org.hrcamel.connector.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.Authentication;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of Harvest v3 (Greenhouse contract, section 1.1): one for a run, a new one a minute before it ends or when it was
 * not accepted. Thread safe.
 */
final class ServiceToken implements Authentication {

    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LEAD = Duration.ofSeconds(60);

    private final ApiClient client;
    private final Address issuer;
    private final Map<String, String> form = new LinkedHashMap<>();
    private final InstantSource clock;
    private final String check;
    private @Nullable String header;
    private Instant renewal = Instant.MIN;

    ServiceToken(Side side) {
        Parameters auth = side.auth();
        String id = auth.get(GreenhouseConnector.CLIENT_ID);
        String basic = basic(id, auth.get(GreenhouseConnector.CLIENT_SECRET));
        this.client = side.api()
                .client(
                        id,
                        request -> request.withHeader("Authorization", basic),
                        side.run().cancellation());
        this.issuer = Address.of(side.api().settings().get(GreenhouseConnector.AUTH_URL));
        this.clock = side.api().clock();
        this.check = "check " + auth.key(GreenhouseConnector.CLIENT_ID) + " and "
                + auth.key(GreenhouseConnector.CLIENT_SECRET);
        form.put("grant_type", "client_credentials");
        auth.find(GreenhouseConnector.SUB).ifPresent(user -> form.put("sub", user));
    }

    /** A Basic credential; a Harvest v1 key is a user without a password. */
    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized ApiRequest authenticate(ApiRequest request) throws RequestFailed, CredentialRefused {
        if (header == null || !clock.instant().isBefore(renewal)) {
            JsonNode token = token();
            Instant now = clock.instant();
            Duration life = life(token, now);
            // A token that lives a minute or less would else be renewed with each request.
            renewal = now.plus(life.compareTo(LEAD.multipliedBy(2)) > 0 ? life.minus(LEAD) : life.dividedBy(2));
            header = "Bearer " + token.path("access_token").asText();
        }
        return request.withHeader("Authorization", header);
    }

    @Override
    public synchronized boolean renew(ApiRequest rejected) {
        // Another thread may have got a new one since.
        if (header != null && header.equals(rejected.headers().get("Authorization"))) {
            header = null;
        }
        return true;
    }

    private JsonNode token() throws RequestFailed, CredentialRefused {
        // A token too many does no harm, so the request may be repeated.
        ApiAnswer answer = client.send(ApiRequest.post(GreenhouseConnector.TOKEN, issuer, ApiRequest.form(form))
                .repeatable(true));
        if (!answer.isSuccess()) {
            // The body stays out: it can echo the client id.
            throw new CredentialRefused(
                    "Greenhouse gives no token (" + answer + "): " + check + ", and connector.greenhouse.auth-url");
        }
        if (answer.body().path("access_token").asText("").isEmpty()) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED, false, "Greenhouse sent no access_token: is auth-url right?");
        }
        return answer.body();
    }

    /** The sources name three fields for it, as seconds or as a moment (contract, U2). */
    static Duration life(JsonNode token, Instant now) {
        for (String field : new String[] {"expires_in", "expires_at", "expires"}) {
            Optional<Duration> life = life(token.path(field), field.equals("expires_in"), now);
            if (life.isPresent() && !life.get().isNegative()) {
                return life.get();
            }
        }
        return USUAL_LIFE;
    }

    private static Optional<Duration> life(JsonNode value, boolean isSpan, Instant now) {
        String text = value.asText("").strip();
        if (text.matches("\\d{1,12}")) {
            long seconds = Long.parseLong(text);
            return Optional.of(
                    isSpan ? Duration.ofSeconds(seconds) : Duration.between(now, Instant.ofEpochSecond(seconds)));
        }
        return HarvestTime.of(value).map(end -> Duration.between(now, end));
    }
}
