package org.hrcamel.http;

import java.io.IOException;

/** Sends one request once. Thread safe. */
@FunctionalInterface
public interface Transport {

    /**
     * @return the answer, whatever its status
     * @throws MalformedAnswer when a success has a body that is no JSON
     * @throws IOException when no whole answer came
     */
    ApiAnswer send(ApiRequest request) throws IOException;

    /** A success whose body is no JSON; what was sent may well have been done. */
    final class MalformedAnswer extends IOException {
        public MalformedAnswer(String message) {
            super(message);
        }
    }
}
