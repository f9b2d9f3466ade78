package org.hrcamel.workflow;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** What a run works through: the origin's listing, then what failed in earlier runs and was not listed. Used by one thread at a time. */
final class RunItems implements Iterator<Item> {

    private final Run run;
    private Iterator<Item> items;
    private boolean listing = true;
    private long given;

    RunItems(Run run) {
        this.run = run;
        this.items = run.origin().items();
    }

    @Override
    public boolean hasNext() {
        // The splitter reads ahead in a pool's thread, which is in no step.
        Run before = LoggedRun.enter(run);
        try {
            return isMore();
        } finally {
            LoggedRun.leave(before);
        }
    }

    private boolean isMore() {
        if (!items.hasNext() && listing) {
            listing = false;
            items = afterListing();
        }
        boolean more = items.hasNext();
        if (!more) {
            // Whatever the origin told before: that was all.
            run.expects(given);
        }
        return more;
    }

    private Iterator<Item> afterListing() {
        Map<String, String> again = run.endListing();
        run.expects(given + again.size());
        return again.isEmpty() ? Collections.emptyIterator() : run.origin().again(again);
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        Run before = LoggedRun.enter(run);
        try {
            return items.next();
        } finally {
            LoggedRun.leave(before);
        }
    }
}
