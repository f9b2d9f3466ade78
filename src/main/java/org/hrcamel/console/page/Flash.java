package org.hrcamel.console.page;

import jakarta.servlet.http.HttpServletRequest;

/** A sentence about what was just done, shown once on the next page. */
final class Flash {

    private static final String ATTRIBUTE = Flash.class.getName();

    private Flash() {}

    static void put(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(ATTRIBUTE, sentence);
    }

    /** Empty when nothing was done. */
    static String take(HttpServletRequest request) {
        Object sentence = request.getSession().getAttribute(ATTRIBUTE);
        request.getSession().removeAttribute(ATTRIBUTE);
        return sentence == null ? "" : sentence.toString();
    }
}
