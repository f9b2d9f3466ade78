/**
 * How this product talks HTTP to any vendor: addresses, budgets, retries, tokens, files. Knows no vendor.
 *
 * <p>An {@link org.hrcamel.http.ApiClient} belongs to one credential within one run. It takes a permit from the credential's
 * {@link org.hrcamel.http.RequestBudget}, sends the request through a Camel route with {@code camel-http}, and decides by the
 * {@link org.hrcamel.http.RetryPolicy} what is sent again. Budgets that share a vendor's limit share a {@code RequestLog}, which knows
 * when the next request may go, and those that share a bound on what is under way share {@code RequestSlots}.
 */
package org.hrcamel.http;
