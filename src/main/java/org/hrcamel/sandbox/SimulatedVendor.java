package org.hrcamel.sandbox;

import java.util.Map;

/** One vendor's API as its contract describes it, answering from a state of its own. Implementations are thread safe. */
public interface SimulatedVendor {

    /** Connector name and first path segment of every URL of this vendor, such as {@code jazzhr}. */
    String name();

    /**
     * Answers one request. What the vendor would refuse is refused with the vendor's own status and body; what a careful client never
     * sends (although the vendor may tolerate it) is also noted with {@link Request#violation}.
     */
    Reply answer(Request request);

    /**
     * The {@code connector.*} and {@code workflow.<id>.*} settings that point a runtime at this vendor.
     *
     * @param root the server's address without a trailing slash, such as {@code http://127.0.0.1:4711}
     */
    Map<String, String> settings(String root);
}
