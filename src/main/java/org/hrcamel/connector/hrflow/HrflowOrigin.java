package org.hrcamel.connector.hrflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Optional;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ContentHash;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.OriginSession;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/**
 * One run's reading of an HrFlow source: the profiles with the given keys, one request each, or every profile of the source, whose
 * listing tells all (HrFlow contract, sections 2.2 and 2.4).
 */
final class HrflowOrigin implements OriginSession {

    private final Side side;
    private final HrflowApi api;
    private final WantedProfiles wanted;
    private final ProfileResume resumes;

    private HrflowOrigin(Side side, HrflowApi api) {
        this.side = side;
        this.api = api;
        this.wanted = side.parameters().get(HrflowConnector.PROFILE_KEY);
        this.resumes = new ProfileResume(api);
    }

    static HrflowOrigin open(Side side) throws RunFatal, RequestFailed, CredentialRefused {
        HrflowApi api = new HrflowApi(
                side,
                side.parameters().get(HrflowConnector.ORIGIN_SOURCE),
                side.parameters().key(HrflowConnector.ORIGIN_SOURCE),
                Reason.BAD_ORIGIN_PARAMETERS);
        // Otherwise an unknown source would look like an unknown profile, for each of them.
        api.checkSource();
        return new HrflowOrigin(side, api);
    }

    @Override
    public Iterator<Item> items() {
        return new PagedItems(side.run(), wanted.isAll() ? listing() : named());
    }

    private PagedItems.Pages listing() {
        return new ProfileListing(api, side.run(), side.api().settings().get(HrflowConnector.PAGE_SIZE));
    }

    private PagedItems.Pages named() {
        side.run().expects(wanted.keys().size());
        return PagedItems.Pages.one(
                wanted.keys().stream().map(HrflowOrigin::item).toList());
    }

    private static Item item(String key) {
        return new Item(key, JsonNodeFactory.instance.objectNode().put("key", key));
    }

    @Override
    public Optional<JsonNode> read(Item item) throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        JsonNode profile = wanted.isAll() ? item.row() : byKey(item.reference());
        item.setVersion(ContentHash.of(profile, HrflowOrigin::isVolatile));
        resumes.of(profile).ifPresent(item::setResume);
        return Optional.of(profile);
    }

    /**
     * The time of change is to the second, so the content tells two changes in one second apart. Durations are worked out anew
     * with every read, and a file's address may be signed.
     */
    private static boolean isVolatile(String path, String field) {
        return path.isEmpty() && field.endsWith("_duration")
                || path.equals("attachments") && field.equals("public_url");
    }

    private ObjectNode byKey(String key) throws ItemFailed, RequestFailed, CredentialRefused, RunFatal {
        return api.byKey(key)
                .orElseThrow(() -> new ItemFailed(
                        "profile_not_found",
                        "HrFlow has no profile with this key in the source; check "
                                + side.parameters().key(HrflowConnector.PROFILE_KEY)));
    }
}
