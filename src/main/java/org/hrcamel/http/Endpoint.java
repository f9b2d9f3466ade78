package org.hrcamel.http;

/**
 * One kind of request to a vendor: a Camel route of its own, so that the console counts it by itself.
 *
 * @param id route id and name of its {@code direct:} endpoint, such as {@code jazzhr-applicant-request}
 * @param rate endpoints with the same name draw from one rate limit of the credential
 * @param concurrency endpoints with the same name share the credential's requests at once
 */
public record Endpoint(String id, String rate, String concurrency) {

    /** An endpoint that draws from the credential's common limits. */
    public Endpoint(String id) {
        this(id, "", "");
    }

    /** An endpoint that the vendor limits apart from the others. */
    public Endpoint(String id, String limit) {
        this(id, limit, limit);
    }
}
