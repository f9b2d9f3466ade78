package org.hrcamel.http;

import java.time.Duration;

/** Told what the requests to one vendor cost; must return at once. Thread safe. */
public interface RequestMeter {

    /** Measures nothing. */
    RequestMeter NONE = new RequestMeter() {
        @Override
        public void sent(Endpoint endpoint, String status, boolean retry, Duration took) {
            // Nobody wants to know.
        }

        @Override
        public void waited(Duration time) {
            // Nobody wants to know.
        }
    };

    /**
     * One request came to its end.
     *
     * @param status HTTP status of the answer, or the code of a {@link RequestFailed.Cause} when there was none
     * @param retry whether the same request was sent before, in vain
     */
    void sent(Endpoint endpoint, String status, boolean retry, Duration took);

    /** A request was held back because the credential's budget was used up, or the vendor said to wait. */
    void waited(Duration time);

    /** The meters of all vendors. */
    @FunctionalInterface
    interface OfVendors {

        OfVendors NONE = vendor -> RequestMeter.NONE;

        /**
         * @param vendor name of its connector
         */
        RequestMeter of(String vendor);
    }
}
