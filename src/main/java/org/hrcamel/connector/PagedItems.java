package org.hrcamel.connector;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Ahead;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The items of all pages. The next page is fetched while the one before is handed out, one page ahead and one request at a time. It ends
 * quietly: a page that cannot be read is told to the run, once the pages before are used up, since an exception here would cost Camel's
 * splitter the item in hand. Used by one thread at a time.
 */
public final class PagedItems implements Iterator<Item> {

    /**
     * Reads the next page. Asked by one thread at a time, which need not be the one that uses the items; what it tells the run of a
     * page counts when that page begins to be handed out.
     */
    @FunctionalInterface
    public interface Pages {
        /**
         * @return the next page's items, possibly none, or empty after the last page
         */
        Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal;

        /** Items that are known from the start. */
        static Pages one(List<Item> items) {
            Iterator<List<Item>> page = List.of(items).iterator();
            return () -> page.hasNext() ? Optional.of(page.next()) : Optional.empty();
        }
    }

    private final Run run;
    private final Pages pages;
    private Iterator<Item> page = List.<Item>of().iterator();
    private Optional<Ahead<Optional<List<Item>>>> ahead = Optional.empty();
    private volatile boolean awaited;
    /** Whoever only looks whether there is anybody wants no second page. */
    private boolean handsOut;

    private boolean ended;
    private boolean promised;

    public PagedItems(Run run, Pages pages) {
        this.run = run;
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        // What was promised is kept although the run may be ending by now: the splitter takes a refusal for a
        // failure, and would end the run while other items are still on the way.
        while (!promised && !page.hasNext() && !ended) {
            Optional<List<Item>> next = run.isEnding() ? Optional.empty() : take();
            ended = next.isEmpty();
            page = next.orElse(List.of()).iterator();
        }
        promised |= !run.isEnding() && page.hasNext();
        return promised;
    }

    private Optional<List<Item>> take() {
        awaited = true;
        Optional<List<Item>> next = read(ahead.isEmpty() ? pages : this::taken);
        ahead = Optional.empty();
        if (next.isEmpty() || next.get().isEmpty()) {
            return next;
        }
        if (handsOut) {
            readOn();
        }
        // Not when it was read: an earlier version of the same person may have been delivered since.
        return read(() -> recalled(next));
    }

    private Optional<List<Item>> taken() {
        return ahead.orElseThrow().take().orElse(Optional.empty());
    }

    private Optional<List<Item>> recalled(Optional<List<Item>> read) throws RunFatal {
        run.recall(read.orElseThrow());
        return read;
    }

    private Optional<List<Item>> read(Pages source) {
        try {
            return source.next();
        } catch (RequestFailed failure) {
            run.readFailed(failure);
        } catch (CredentialRefused refused) {
            run.giveUp(new RunFatal(Reason.BAD_ORIGIN_PARAMETERS, refused.getMessage()));
        } catch (RunFatal fatal) {
            run.giveUp(fatal);
        } catch (RuntimeException bug) {
            run.listingFailed(
                    "unexpected_error", "an unexpected " + bug.getClass().getSimpleName() + " while listing");
        }
        return Optional.empty();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        promised = false;
        handsOut = true;
        if (ahead.isEmpty() && !run.isEnding()) {
            readOn();
        }
        return page.next();
    }

    private void readOn() {
        awaited = false;
        ahead = Optional.of(run.ahead(this::readAhead));
    }

    /** Pages without items hold nobody up while the one before is still being handed out. */
    private Optional<List<Item>> readAhead() {
        Optional<List<Item>> next = read(pages);
        while (next.isPresent() && next.get().isEmpty() && !awaited && !run.isEnding()) {
            next = read(pages);
        }
        return next;
    }
}
