package org.hrcamel.console.page;

import org.hrcamel.state.Failure;

/** One item that could not be delivered. */
public record FailureRow(
        String reference, String step, String reason, String message, int attempts, Moment first, Moment last) {

    static FailureRow of(Failure failure) {
        return new FailureRow(
                failure.reference(),
                failure.step(),
                failure.reason(),
                failure.message(),
                failure.attempts(),
                Moment.of(failure.firstAt()),
                Moment.of(failure.lastAt()));
    }
}
