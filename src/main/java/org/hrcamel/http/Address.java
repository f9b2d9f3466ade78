package org.hrcamel.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** An absolute http(s) address that is built from decoded parts, each percent-encoded exactly once (RFC 3986). Immutable. */
public final class Address {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private final String path;
    private final String query;

    private Address(String path, String query) {
        this.path = path;
        this.query = query;
    }

    /** A base URL as set by the operator, with or without a trailing slash. */
    public static Address of(String base) {
        return new Address(base.endsWith("/") ? base.substring(0, base.length() - 1) : base, "");
    }

    /** An address that a vendor gave, such as a next page or a file: it is used exactly as it stands. */
    public static Address verbatim(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? new Address(url, "") : new Address(url.substring(0, mark), url.substring(mark + 1));
    }

    /** Appends one path segment each. */
    public Address path(String... segments) {
        StringBuilder longer = new StringBuilder(path);
        for (String segment : segments) {
            longer.append('/').append(encode(segment));
        }
        return new Address(longer.toString(), query);
    }

    public Address query(String name, Object value) {
        String pair = encode(name) + "=" + encode(String.valueOf(value));
        return new Address(path, query.isEmpty() ? pair : query + "&" + pair);
    }

    /** Appends the parameter only when there is a value. */
    public Address query(String name, Optional<?> value) {
        return value.map(present -> query(name, present)).orElse(this);
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEXADECIMAL.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    public String withoutQuery() {
        return path;
    }

    /** The query as sent, without the question mark, possibly empty. */
    public String rawQuery() {
        return query;
    }

    public URI uri() {
        return URI.create(toString());
    }

    /** Whether both lead to the same scheme, host and port: only then may a credential go along. */
    public boolean sameOrigin(Address other) {
        return origin(uri()).equals(origin(other.uri()));
    }

    private static String origin(URI uri) {
        if (uri.getHost() == null) {
            // A name outside of the grammar, such as my_host, counts by its letters: two of them are not the same.
            return uri.getScheme() + "://" + uri.getRawAuthority();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && toString().equals(address.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The whole address. It may hold a credential: never log it. */
    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
