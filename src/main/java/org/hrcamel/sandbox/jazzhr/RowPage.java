package org.hrcamel.sandbox.jazzhr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The rows of one page. JazzHR contract, section 2.1 "Paging" and "Shape quirks". */
final class RowPage {

    private static final int SIZE = 100;

    private RowPage() {}

    /**
     * @param page 1-based
     * @return empty behind the last page
     */
    static List<ObjectNode> of(List<ObjectNode> rows, int page) {
        long from = Math.min((page - 1L) * SIZE, rows.size());
        return rows.subList((int) from, (int) Math.min(from + SIZE, rows.size()));
    }

    /** The row with every value but the id spoiled the way it was recorded in 2012. */
    static ObjectNode corrupted(ObjectNode row) {
        ObjectNode corrupted = row.deepCopy();
        row.properties().stream()
                .filter(field -> !field.getKey().equals("id"))
                .filter(field -> !field.getValue().asText().isEmpty())
                .forEach(field -> corrupted.put(
                        field.getKey(), "O" + field.getValue().asText().substring(1)));
        return corrupted;
    }
}
