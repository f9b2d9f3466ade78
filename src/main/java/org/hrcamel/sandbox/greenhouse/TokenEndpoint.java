package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** {@code POST /token}: client credentials against a bearer token with a lifetime (Greenhouse contract, section 1.1). Thread safe. */
final class TokenEndpoint {

    /** Every client id ends like this; one that does not is refused with a body that repeats it. */
    private static final String CLIENT_ID_SUFFIX = "-harvest";

    private static final DateTimeFormatter OFFSET_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofHours(1);
    private volatile TokenLifetime form = TokenLifetime.EXPIRES_IN;

    TokenEndpoint(Clock clock) {
        this.clock = clock;
    }

    void lifetime(Duration lifetime, TokenLifetime form) {
        this.lifetime = lifetime;
        this.form = form;
    }

    void revokeAll() {
        tokens.clear();
    }

    int issued() {
        return issued.get();
    }

    boolean accepts(String token) {
        Instant end = tokens.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    Reply answer(Request request) {
        if (!request.method().equals("POST")) {
            request.violation("the token endpoint takes POST only");
            return Reply.json(404, "{\"message\":\"Resource not found\"}");
        }
        Optional<String[]> client = request.header("authorization").flatMap(TokenEndpoint::basic);
        if (client.isEmpty()) {
            return Reply.json(401, "{\"message\":\"Unauthorized\",\"errorId\":\"err-1\"}");
        }
        String id = client.get()[0];
        if (!id.endsWith(CLIENT_ID_SUFFIX)) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("message", "client_id=" + id + " does not contain a valid client ID suffix");
            return Reply.json(400, body.put("errorId", "err-1"));
        }
        if (request.rawQuery() != null) {
            request.violation("the token request belongs in a form body, not in the query");
        }
        boolean form = request.header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        Map<String, List<String>> fields = form ? request.form() : Map.of();
        if (!fields.containsKey("grant_type")) {
            request.violation("no grant_type in a form body");
            return Reply.json(400, "{\"message\":\"Must include `grant_type` parameter in /token request\"}");
        }
        if (!fields.get("grant_type").equals(List.of("client_credentials"))) {
            request.violation("grant_type is not client_credentials");
            return Reply.json(400, "{\"error\":\"unsupported_grant_type\"}");
        }
        if (fields.containsKey("sub") && !fields.get("sub").get(0).matches("[0-9]+")) {
            request.violation("sub is not a numeric user id");
            return Reply.json(400, "{\"error\":\"invalid_request\"}");
        }
        fields.keySet().stream()
                .filter(name -> !name.equals("grant_type") && !name.equals("sub"))
                .forEach(name -> request.violation("unknown field of a token request: " + name));
        if (!id.equals(SimulatedGreenhouse.CLIENT_ID) || !client.get()[1].equals(SimulatedGreenhouse.CLIENT_SECRET)) {
            return Reply.json(401, "{\"error\":\"invalid_client\"}");
        }
        return Reply.json(
                200, issue(fields.containsKey("sub") ? fields.get("sub").get(0) : "integration"));
    }

    private ObjectNode issue(String subject) {
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        tokens.values().removeIf(now::isAfter);
        String token = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
                + "." + part("{\"sub\":\"" + subject + "\",\"exp\":" + end.getEpochSecond() + "}")
                + "." + part(UUID.randomUUID().toString());
        tokens.put(token, end);
        issued.incrementAndGet();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", "Bearer").put("access_token", token);
        return switch (form) {
            case EXPIRES_IN -> body.put("expires_in", lifetime.toSeconds());
            case EXPIRES_AT -> body.put("expires_at", OFFSET_TIME.format(end));
            case EXPIRES -> body.put("expires", GreenhouseRecords.timestamp(end));
            case UNSAID -> body;
        };
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** User name and password of a Basic credential, or empty if it is none. */
    static Optional<String[]> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new String[] {pair.substring(0, colon), pair.substring(colon + 1)});
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
