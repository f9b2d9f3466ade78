package org.hrcamel.workflow;

import java.util.List;
import org.hrcamel.http.RequestFailed;

/** What became of one item: exactly one of these. */
public sealed interface Outcome {

    /** Under what it is booked. */
    Event event();

    /** The target took the new values. */
    record Written() implements Outcome {
        @Override
        public Event event() {
            return Event.WRITE_SUCCESS;
        }
    }

    /** The target already holds these values: nothing was sent. */
    record Unchanged() implements Outcome {
        @Override
        public Event event() {
            return Event.WRITE_UNCHANGED;
        }
    }

    /** The target's profile is archived: nothing was sent, nothing is recorded. */
    record Archived() implements Outcome {
        @Override
        public Event event() {
            return Event.SKIPPED_ARCHIVED;
        }
    }

    /** A dry run: what would be written. */
    record Previewed(List<Change> changes) implements Outcome {
        @Override
        public Event event() {
            return Event.WRITE_SUCCESS;
        }
    }

    /** The origin's version was delivered before. */
    record SkippedUnchanged() implements Outcome {
        @Override
        public Event event() {
            return Event.SKIPPED_UNCHANGED;
        }
    }

    /** A logic, or a filter of the operator's own, dropped it. */
    record Discarded() implements Outcome {
        @Override
        public Event event() {
            return Event.LOGICS_DISCARD;
        }
    }

    /** It was listed but is gone, or has no id, when read. */
    record Gone() implements Outcome {
        @Override
        public Event event() {
            return Event.READ_GONE;
        }
    }

    /**
     * It could not be delivered.
     *
     * @param step where
     * @param reason stable code, such as {@code profile_not_found}
     * @param message for the operator, without payload or secret
     */
    record Failed(Step step, String reason, String message, Blame blame) implements Outcome {

        /** What is the matter with it. */
        enum Blame {
            /** Something of the item itself. */
            ITEM,
            /** A vendor gave no usable answer: where nobody got one, that says nothing of the item. */
            VENDOR,
            /** The run as a whole ends, which says nothing of the item. */
            RUN
        }

        Failed(Step step, String reason, String message) {
            this(step, reason, message, Blame.ITEM);
        }

        static Failed of(Step step, RequestFailed failure) {
            boolean stopped = failure.reason() == RequestFailed.Cause.STOPPED;
            return new Failed(step, failure.reason().code(), failure.getMessage(), stopped ? Blame.RUN : Blame.VENDOR);
        }

        @Override
        public Event event() {
            return switch (step) {
                case PULL -> Event.READ_FAILURE;
                case LOGICS -> Event.LOGICS_FAILURE;
                case FORMAT -> Event.FORMAT_FAILURE;
                case PUSH, CALLBACK -> Event.WRITE_FAILURE;
            };
        }
    }
}
