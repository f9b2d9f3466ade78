package org.hrcamel.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * One request. Immutable.
 *
 * @param body null for none; must be repeatable, since it may be sent again
 * @param repeatable whether sending it twice does no more than sending it once; if not, it is never sent again unless the vendor
 *     surely did not act on it
 */
public record ApiRequest(
        Endpoint endpoint,
        String method,
        Address address,
        Map<String, String> headers,
        @Nullable HttpEntity body,
        boolean repeatable) {

    private static final ContentType JSON = ContentType.APPLICATION_JSON;
    // Encoded pairs are ASCII; a charset parameter does not belong there, and a strict server may not know the type
    // with it.
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

    public static ApiRequest get(Endpoint endpoint, Address address) {
        return new ApiRequest(endpoint, "GET", address, Map.of("Accept", "application/json"), null, true);
    }

    public static ApiRequest put(Endpoint endpoint, Address address, JsonNode body) {
        return new ApiRequest(endpoint, "PUT", address, Map.of("Accept", "application/json"), json(body), true);
    }

    /** A POST that creates or adds something: not repeatable. */
    public static ApiRequest post(Endpoint endpoint, Address address, HttpEntity body) {
        return new ApiRequest(endpoint, "POST", address, Map.of("Accept", "application/json"), body, false);
    }

    public static HttpEntity json(JsonNode body) {
        return new ByteArrayEntity(Json.bytes(body), JSON);
    }

    /** A form body ({@code application/x-www-form-urlencoded}) of encoded pairs. */
    public static HttpEntity form(Map<String, String> fields) {
        Address pairs = Address.of("");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            pairs = pairs.query(field.getKey(), field.getValue());
        }
        return new StringEntity(pairs.rawQuery(), FORM);
    }

    public ApiRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(endpoint, method, address, more, body, repeatable);
    }

    public ApiRequest withAddress(Address other) {
        return new ApiRequest(endpoint, method, other, headers, body, repeatable);
    }

    /** Declares that sending it twice does no harm, or that it does. */
    public ApiRequest repeatable(boolean harmless) {
        return new ApiRequest(endpoint, method, address, headers, body, harmless);
    }

    /** Method and route alone: addresses and bodies hold secrets and people's data. */
    @Override
    public String toString() {
        return method + " " + endpoint.id();
    }
}
