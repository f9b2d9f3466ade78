package org.hrcamel.sandbox;

/** The ways in which a vendor may say "no rows" with status 200. */
public enum EmptyForm {
    LIST("[]"),
    NULL("null"),
    TEXT("\"\""),
    OBJECT("{}"),
    /** No body at all, still announced as JSON. */
    NOTHING("");

    private final String body;

    EmptyForm(String body) {
        this.body = body;
    }

    public Reply reply() {
        return Reply.json(200, body);
    }
}
