package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrcamel.connector.PagedItems;
import org.hrcamel.http.RequestFailed;

/** An origin in memory: people with a content and a time of change by a clock of its own, listed in pages of two. */
final class SimulatedPeople {

    private static final int PAGE = 2;

    /** What kind of origin it is. */
    enum Kind {
        /** The version is the time of change. Lists what changed since, page after page by id. */
        TELLS_TIME_OF_CHANGE,
        /** The version is a hash of what the read tells. Lists everybody by newest change, so rows shift between pages. */
        TELLS_NO_TIME
    }

    private record Person(int content, long changedAt) {}

    private final Kind kind;
    private final long skew;
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<Integer, Runnable> afterPages = new HashMap<>();
    private int brokenPage = Integer.MAX_VALUE;
    private String unreadable = "";
    private long now = 1_000_000;

    /**
     * @param skew how many milliseconds this clock is ahead of ours
     */
    SimulatedPeople(Kind kind, long skew) {
        this.kind = kind;
        this.skew = skew;
    }

    Kind kind() {
        return kind;
    }

    /** Our time; a moment passes with every look. */
    synchronized Instant ourTime() {
        return Instant.ofEpochMilli(++now);
    }

    synchronized void pass(long millis) {
        now += millis;
    }

    /**
     * Somebody comes or changes.
     *
     * @param sameTime in the moment of what happened last, another change or the beginning of a listing, unless this person changed
     *     in it: nobody who goes by time could see that
     */
    synchronized void change(String reference, int content, boolean sameTime) {
        Person before = people.get(reference);
        long time = now + skew;
        boolean possible = sameTime && (before == null || before.changedAt() < time);
        if (!possible) {
            now++;
            time = now + skew;
        }
        people.put(reference, new Person(content, time));
    }

    synchronized void delete(String reference) {
        people.remove(reference);
    }

    synchronized Map<String, Integer> contents() {
        Map<String, Integer> contents = new TreeMap<>();
        people.forEach((reference, person) -> contents.put(reference, person.content()));
        return contents;
    }

    /** The version that a read would find now; null when nobody is there. */
    synchronized String version(String reference) {
        Item item = item(reference, null);
        Person person = people.get(reference);
        if (person != null) {
            tell(item, person);
        }
        return item.version();
    }

    /** In the next run, what happens after which page, which page cannot be read, and who cannot be read. */
    void during(Map<Integer, Runnable> happenings, int brokenPageNumber, String unreadableReference) {
        afterPages.clear();
        afterPages.putAll(happenings);
        brokenPage = brokenPageNumber;
        unreadable = unreadableReference;
    }

    OriginSession session(Run run) {
        return new OriginSession() {
            @Override
            public Iterator<Item> items() {
                return new PagedItems(run, new Listing(run));
            }

            @Override
            public Iterator<Item> again(Map<String, String> failed) {
                List<Item> items =
                        failed.keySet().stream().map(id -> item(id, null)).toList();
                return new PagedItems(run, PagedItems.Pages.one(kind == Kind.TELLS_TIME_OF_CHANGE ? items : List.of()));
            }

            @Override
            public Optional<JsonNode> read(Item item) throws RequestFailed {
                return SimulatedPeople.this.read(item);
            }
        };
    }

    private synchronized Optional<JsonNode> read(Item item) throws RequestFailed {
        if (item.reference().equals(unreadable)) {
            throw new RequestFailed(RequestFailed.Cause.SERVER_ERROR, false, "unreadable");
        }
        Person person = people.get(item.reference());
        if (person == null) {
            return Optional.empty();
        }
        return Optional.of(tell(item, person));
    }

    private JsonNode tell(Item item, Person person) {
        JsonNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("id", item.reference())
                .put("content", person.content());
        item.setVersion(
                kind == Kind.TELLS_TIME_OF_CHANGE
                        ? String.valueOf(person.changedAt())
                        : ContentHash.of(detail, (path, field) -> false));
        return detail;
    }

    private Item item(String reference, Person person) {
        Item item = new Item(reference, JsonNodeFactory.instance.objectNode().put("id", reference));
        if (person != null && kind == Kind.TELLS_TIME_OF_CHANGE) {
            item.setVersion(String.valueOf(person.changedAt()));
        }
        return item;
    }

    private final class Listing implements PagedItems.Pages {

        private final Run run;
        private final long since;
        private final Set<String> seen = new HashSet<>();
        private String lastId = "";
        private int number;

        private Listing(Run run) {
            this.run = run;
            this.since = kind == Kind.TELLS_TIME_OF_CHANGE
                    ? run.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE)
                    : Long.MIN_VALUE;
        }

        @Override
        public Optional<List<Item>> next() throws RequestFailed {
            synchronized (SimulatedPeople.this) {
                if (number == brokenPage) {
                    throw new RequestFailed(RequestFailed.Cause.TIMEOUT, false, "the page is broken");
                }
                run.asOf(ourTime().plusMillis(skew));
                List<Map.Entry<String, Person>> rows = rows();
                if (rows.isEmpty()) {
                    return Optional.empty();
                }
                lastId = rows.get(rows.size() - 1).getKey();
                List<Item> items = rows.stream()
                        .filter(row -> seen.add(row.getKey()))
                        .map(row -> item(row.getKey(), row.getValue()))
                        .toList();
                Optional.ofNullable(afterPages.remove(number)).ifPresent(Runnable::run);
                number++;
                return Optional.of(items);
            }
        }

        private List<Map.Entry<String, Person>> rows() {
            if (kind == Kind.TELLS_TIME_OF_CHANGE) {
                // Whether the bound itself is included no vendor says: it is not.
                return people.entrySet().stream()
                        .filter(person -> person.getValue().changedAt() > since)
                        .filter(person -> person.getKey().compareTo(lastId) > 0)
                        .limit(PAGE)
                        .toList();
            }
            return people.entrySet().stream()
                    .sorted(Comparator.comparing(person -> -person.getValue().changedAt()))
                    .skip((long) number * PAGE)
                    .limit(PAGE)
                    .toList();
        }
    }
}
