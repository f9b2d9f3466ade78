package org.hrcamel.connector;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The items of all pages, each page fetched when the one before is used up. It ends quietly: a page that cannot be read is told to
 * the run, since an exception here would cost Camel's splitter the item in hand. Used by one thread at a time.
 */
public final class PagedItems implements Iterator<Item> {

    /** Reads the next page. */
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
            Optional<List<Item>> next = run.isEnding() ? Optional.empty() : read();
            ended = next.isEmpty();
            page = next.orElse(List.of()).iterator();
        }
        promised |= !run.isEnding() && page.hasNext();
        return promised;
    }

    private Optional<List<Item>> read() {
        try {
            Optional<List<Item>> next = pages.next();
            if (next.isPresent() && !next.get().isEmpty()) {
                run.recall(next.get());
            }
            return next;
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
        return page.next();
    }
}
