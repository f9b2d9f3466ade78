package org.hrcamel.connector.jazzhr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.ContentHash;
import org.hrcamel.workflow.Item;
import org.hrcamel.workflow.ItemFailed;
import org.hrcamel.workflow.OriginSession;
import org.hrcamel.workflow.Resume;

/** One run's reading of JazzHR: a full pass of the list, and the detail of each applicant. */
final class JazzhrOrigin implements OriginSession {

    private static final Set<String> NOT_OF_THE_PERSON = Set.of("activities", "messages", "comments_count");

    private final Side side;
    private final JazzhrApi api;
    private final ApplicantDetails details;

    JazzhrOrigin(Side side) {
        this.side = side;
        this.api = new JazzhrApi(side);
        this.details =
                new ApplicantDetails(api, new Placeholders(side.api().settings().list(JazzhrConnector.PLACEHOLDERS)));
    }

    @Override
    public Iterator<Item> items() {
        ApplicantFilter filter = new ApplicantFilter(side.parameters());
        ApplicantList list = new ApplicantList(api, side.run(), filter);
        return new PagedItems(side.run(), new ApplicantPages(side.run(), details, filter, list));
    }

    @Override
    public Optional<JsonNode> read(Item item) throws ItemFailed, RequestFailed, CredentialRefused {
        JsonNode row = item.row() == null ? MissingNode.getInstance() : item.row();
        Optional<ObjectNode> detail = row.path(ListedApplicant.DETAIL) instanceof ObjectNode known
                ? Optional.of(known)
                : details.read(item.reference(), row);
        detail.ifPresent(applicant -> {
            item.setVersion(version(applicant));
            item.setResume(resume(applicant));
        });
        return detail.map(JsonNode.class::cast);
    }

    /**
     * JazzHR tells no time of change, so the content is the version, without what reading and writing to people moves (contract,
     * section 7).
     */
    private static String version(ObjectNode applicant) {
        ObjectNode stable = JsonNodeFactory.instance.objectNode();
        stable.setAll(applicant);
        // A link may be signed anew for every read (contract, U15), in what follows its path.
        stable.put("resume_link", Scalars.text(applicant, "resume_link").split("[?#]", 2)[0]);
        return ContentHash.of(stable, (path, field) -> path.isEmpty() && NOT_OF_THE_PERSON.contains(field));
    }

    /** The linked file, else the text that came with the detail (contract, section 4). */
    private Resume resume(JsonNode applicant) {
        String link = Scalars.text(applicant, "resume_link");
        boolean linked = link.toLowerCase(Locale.ROOT).startsWith("http");
        return new Resume(
                linked ? Optional.of(() -> api.download(link)) : Optional.empty(),
                Optional.of(Scalars.text(applicant, "resume_body")).filter(text -> !text.isEmpty()));
    }
}
