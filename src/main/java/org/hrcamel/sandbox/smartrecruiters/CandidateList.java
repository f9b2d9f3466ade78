package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.jspecify.annotations.Nullable;

/** {@code GET /candidates} page by page (SmartRecruiters contract, sections 2.1 and 2.2). Thread safe. */
final class CandidateList {

    private final Candidates candidates;
    private final AtomicInteger generation = new AtomicInteger();
    volatile LastPage lastPage = LastPage.ABSENT;
    volatile boolean linkOnly;
    volatile boolean overlapping;
    volatile boolean updatedAfterInclusive;

    CandidateList(Candidates candidates) {
        this.candidates = candidates;
    }

    void expirePages() {
        generation.incrementAndGet();
    }

    Reply answer(Request request) {
        try {
            CandidateSearch search = CandidateSearch.of(request, updatedAfterInclusive);
            PageId page = search.pageId() == null ? null : page(request, search, search.pageId());
            long after = page == null ? -1 : overlapping && search.limit() > 1 ? page.after() - 1 : page.after();
            List<Candidate> found = candidates.after(after, search.match(), search.limit() + 1);
            int total = page == null ? candidates.count(search.match()) : page.total();
            boolean more = found.size() > search.limit();
            List<Candidate> rows = more ? found.subList(0, search.limit()) : found;
            String next = more
                    ? new PageId(rows.get(rows.size() - 1).sequence(), generation.get(), total, search.filters()).text()
                    : null;
            Reply reply = Reply.json(200, body(request, search, rows, next, total));
            return next == null ? reply : reply.with("Link", "<" + link(request, search, next) + ">; rel=\"next\"");
        } catch (Problem.BadParameter refused) {
            return Problem.of(400, "BAD_REQUEST", refused.getMessage());
        }
    }

    private PageId page(Request request, CandidateSearch search, String id) throws Problem.BadParameter {
        PageId page = PageId.of(id);
        if (page.filters() != search.filters()) {
            request.violation("pageId with other filters than on the first page");
            throw new Problem.BadParameter("pageId does not belong to these filters");
        }
        if (page.generation() != generation.get()) {
            throw new Problem.BadParameter("pageId has expired");
        }
        return page;
    }

    private ObjectNode body(
            Request request, CandidateSearch search, List<Candidate> rows, @Nullable String next, int total) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("limit", search.limit());
        if (next != null && !linkOnly) {
            body.put("nextPageId", next);
        } else if (next == null && lastPage != LastPage.ABSENT) {
            body.put("nextPageId", lastPage == LastPage.NULL ? null : "");
        }
        // Left over from the time of offset paging; no client may use them.
        body.put("offset", 0).put("totalFound", total);
        ArrayNode content = body.putArray("content");
        rows.forEach(candidate -> content.add(candidate.row(request.base())));
        return body;
    }

    /** Relative, with everything encoded. */
    private static String link(Request request, CandidateSearch search, String next) {
        List<String> query = new ArrayList<>();
        query.add("limit=" + search.limit());
        request.query().forEach((name, values) -> {
            if (!name.equals("limit") && !name.equals("pageId")) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        query.add("pageId=" + encoded(next));
        return "/" + request.vendor() + "/candidates?" + String.join("&", query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
