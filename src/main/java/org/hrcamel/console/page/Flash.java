package org.hrcamel.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * A sentence about what was just asked for, shown once on the next page.
 *
 * @param done whether it was done
 */
public record Flash(boolean done, String sentence) {

    private static final String DONE = Flash.class.getName() + ".done";
    private static final String SENTENCE = Flash.class.getName() + ".sentence";

    /** When nothing was asked for. */
    static final Flash NONE = new Flash(true, "");

    static Flash done(String sentence) {
        return new Flash(true, sentence);
    }

    static Flash refused(String sentence) {
        return new Flash(false, sentence);
    }

    void put(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(DONE, done);
        session.setAttribute(SENTENCE, sentence);
    }

    static Flash take(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object sentence = session.getAttribute(SENTENCE);
        boolean done = Boolean.TRUE.equals(session.getAttribute(DONE));
        session.removeAttribute(SENTENCE);
        session.removeAttribute(DONE);
        return sentence == null ? NONE : new Flash(done, sentence.toString());
    }
}
