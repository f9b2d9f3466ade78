package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One candidate on the way through a run. The JSON itself travels as the message body; this remembers who it is and how far it got.
 * Used by one thread at a time.
 */
public final class Item {

    static final String PROPERTY = "hrcamel.item";

    private final String reference;
    private final JsonNode row;
    private @Nullable String version;
    private @Nullable String recorded;
    private String locator;
    private Collection<String> parts = List.of();
    private Resume resume = Resume.NONE;
    private boolean read;
    private Step step = Step.PULL;
    private @Nullable Outcome outcome;

    /**
     * @param reference the origin's own id of the candidate, as text
     * @param row what the listing told of it: the message body until the detail is read
     */
    public Item(String reference, JsonNode row) {
        this.reference = reference;
        this.row = row;
        this.locator = reference;
    }

    /** The item of a split exchange. */
    public static Item of(Exchange exchange) {
        Item item = exchange.getProperty(PROPERTY, Item.class);
        if (item == null) {
            throw new IllegalStateException(
                    "This step stands outside the workflow's split, or the split lacks onPrepare: \"#item\"");
        }
        return item;
    }

    public String reference() {
        return reference;
    }

    public JsonNode row() {
        return row;
    }

    /** What changes when the candidate changes at the origin: a time of change, or a hash. Null until it is known. */
    public @Nullable String version() {
        return version;
    }

    /** The listing or the read step tells it, at the latest the latter; an item without a version is delivered every time. */
    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    /** The id by which the origin is asked for this item alone; the reference unless it says otherwise. */
    public String locator() {
        return locator;
    }

    public void setLocator(String locator) {
        this.locator = locator;
    }

    /** References under which parts of this item failed when they could not become part of one. */
    Collection<String> parts() {
        return parts;
    }

    /** Whatever becomes of the item stands for what is listed as a failure under these references. */
    public void standsFor(Collection<String> partReferences) {
        parts = List.copyOf(partReferences);
    }

    /** The version on record when the item was listed, with its shape; null when there was none. */
    @Nullable
    String recorded() {
        return recorded;
    }

    void recall(@Nullable String onRecord) {
        recorded = onRecord;
    }

    public Resume resume() {
        return resume;
    }

    public void setResume(Resume resume) {
        this.resume = resume;
    }

    boolean isRead() {
        return read;
    }

    void markRead() {
        read = true;
        step = Step.LOGICS;
    }

    /** Where the item is: what fails now, fails here. */
    Step step() {
        return step;
    }

    void enter(Step next) {
        step = next;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    void settle(Outcome settled) {
        outcome = settled;
    }
}
