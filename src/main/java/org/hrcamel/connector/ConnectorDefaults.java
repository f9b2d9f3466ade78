package org.hrcamel.connector;

import org.hrcamel.http.RetryPolicy;

/**
 * The defaults of {@code connector.<name>.*}: what the vendor publishes.
 *
 * @param baseUrl empty when the workflow's own settings tell it
 * @param rateLimit such as {@code 50/10s}, or {@code none}
 * @param maxConcurrent such as {@code 8}, or {@code none}
 * @param timeout longest silence of the vendor, such as {@code 30s}
 */
public record ConnectorDefaults(
        String baseUrl, String rateLimit, String maxConcurrent, String timeout, RetryPolicy retries) {}
