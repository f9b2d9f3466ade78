package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.Run;
import org.hrcamel.workflow.RunFatal;

/**
 * The applicants of a full pass of the list, in portions. Where only a detail can tell whether an applicant is asked for, it is read
 * here and travels with the item: who is not asked for never becomes an item. Not thread safe.
 */
final class ApplicantPages implements PagedItems.Pages {

    private static final int PORTION = 100;

    private final Run run;
    private final ApplicantDetails details;
    private final ApplicantFilter filter;
    private final ApplicantList list;
    private boolean listing = true;
    private final Deque<ListedApplicant> candidates = new ArrayDeque<>();
    private long given;
    private Optional<RequestFailed> incomplete = Optional.empty();

    ApplicantPages(Run run, ApplicantDetails details, ApplicantFilter filter, ApplicantList list) {
        this.run = run;
        this.details = details;
        this.filter = filter;
        this.list = list;
    }

    @Override
    public Optional<List<Item>> next() throws RequestFailed, CredentialRefused, RunFatal {
        if (listing) {
            list();
            return Optional.of(List.of());
        }
        if (!candidates.isEmpty()) {
            List<Item> items = portion();
            given += items.size();
            // Whom the detail shows not to be asked for is expected no longer.
            run.expects(given + candidates.size());
            return Optional.of(items);
        }
        if (incomplete.isPresent()) {
            throw incomplete.get();
        }
        return Optional.empty();
    }

    private void list() throws CredentialRefused, RunFatal {
        try {
            listing = list.read();
        } catch (RequestFailed failure) {
            // Told at the end: whom the pages before showed is still delivered.
            incomplete = Optional.of(failure);
            listing = false;
        }
        if (!listing) {
            candidates.addAll(list.candidates());
            run.expects(candidates.size());
        }
    }

    private List<Item> portion() throws CredentialRefused {
        List<Item> items = new ArrayList<>();
        while (!candidates.isEmpty() && items.size() < PORTION) {
            ListedApplicant applicant = candidates.remove();
            if (!filter.needsDetail() && applicant.isMatched()) {
                items.add(new Item(applicant.id(), applicant.row()));
                continue;
            }
            // A request each: none is kept waiting for the others.
            readAhead(applicant).ifPresent(items::add);
            return items;
        }
        return items;
    }

    private Optional<Item> readAhead(ListedApplicant applicant) throws CredentialRefused {
        ObjectNode row = applicant.row();
        try {
            Optional<ObjectNode> detail = details.read(applicant.id(), row);
            if (detail.isEmpty()) {
                run.gone(applicant.id());
                return Optional.empty();
            }
            if (!filter.matchesDetail(detail.get(), applicant.isMatched())) {
                return Optional.empty();
            }
            row.set(ListedApplicant.DETAIL, detail.get());
            return Optional.of(new Item(applicant.id(), row));
        } catch (ItemFailed failure) {
            run.readFailed(applicant.id(), failure.reason(), failure.getMessage());
        } catch (RequestFailed failure) {
            run.readFailed(applicant.id(), failure);
        }
        return Optional.empty();
    }
}
