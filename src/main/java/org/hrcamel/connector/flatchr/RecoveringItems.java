package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.Run;

/**
 * Takes an applicant that failed in an earlier run off the list once the item that holds it sets out. Not before: a run that is stopped
 * gives the rest of a page to nobody. Used by one thread at a time.
 */
final class RecoveringItems implements Iterator<Item> {

    private final Run run;
    private final Iterator<Item> items;

    RecoveringItems(Run run, Iterator<Item> items) {
        this.run = run;
        this.items = items;
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Item next() {
        Item item = items.next();
        recover(item, item.row());
        item.row().path("other_applications").forEach(application -> recover(item, application));
        return item;
    }

    private void recover(Item item, JsonNode application) {
        String applicant = application.path("applicant").asText();
        // Where the applicant is the item itself, the failure ends when the item is delivered.
        if (!applicant.equals(item.reference())) {
            run.recovered(applicant);
        }
    }
}
