package org.hrcamel.sandbox.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Harvest resource: rows by id, newest id first (Greenhouse contract, section 2.1), found by their parents' ids without a scan.
 *
 * <p>Rows are never changed in place: a change puts a new row, so that readers need no lock. Thread safe.
 */
final class Table {

    private final ConcurrentSkipListMap<Long, ObjectNode> rows =
            new ConcurrentSkipListMap<>(Comparator.<Long>naturalOrder().reversed());
    private final Map<String, Map<Long, Set<Long>>> indexes = new LinkedHashMap<>();

    /**
     * @param parents fields that hold the id of a parent, such as {@code candidate_id}
     */
    Table(String... parents) {
        for (String parent : parents) {
            indexes.put(parent, new ConcurrentHashMap<>());
        }
    }

    /** Readers see the old row or the new one, never neither. */
    synchronized void put(long id, ObjectNode row) {
        ObjectNode old = rows.put(id, row);
        indexes.forEach((field, index) -> {
            JsonNode parent = row.path(field);
            if (old != null && !old.path(field).equals(parent)) {
                unlink(index, old.path(field), id);
            }
            if (parent.isIntegralNumber()) {
                index.computeIfAbsent(parent.asLong(), key -> new ConcurrentSkipListSet<>())
                        .add(id);
            }
        });
    }

    synchronized void remove(long id) {
        ObjectNode row = rows.remove(id);
        if (row != null) {
            indexes.forEach((field, index) -> unlink(index, row.path(field), id));
        }
    }

    private static void unlink(Map<Long, Set<Long>> index, JsonNode parent, long id) {
        Set<Long> children = index.get(parent.asLong());
        if (children != null) {
            children.remove(id);
        }
    }

    @Nullable
    ObjectNode get(long id) {
        return rows.get(id);
    }

    int size() {
        return rows.size();
    }

    /** All rows below this id, newest first. */
    Stream<Map.Entry<Long, ObjectNode>> below(long id) {
        return rows.tailMap(id, false).entrySet().stream();
    }

    /** All rows, oldest first, the order of Harvest v1 pages. */
    Collection<ObjectNode> oldestFirst() {
        return rows.descendingMap().values();
    }

    boolean indexes(String field) {
        return indexes.containsKey(field);
    }

    /** Ids of the rows that have one of these parents. */
    List<Long> children(String field, Collection<Long> parents) {
        Map<Long, Set<Long>> index = Objects.requireNonNull(indexes.get(field));
        return parents.stream()
                .flatMap(parent -> index.getOrDefault(parent, Set.of()).stream())
                .distinct()
                .toList();
    }
}
