package org.hrcamel.validate;

/**
 * What is wrong with an endpoint.
 *
 * @param word what to look for in the file
 * @param error false for what is allowed but hardly meant
 */
record EndpointMistake(String word, boolean error, String message) {

    static EndpointMistake error(String word, String message) {
        return new EndpointMistake(word, true, message);
    }

    static EndpointMistake warning(String word, String message) {
        return new EndpointMistake(word, false, message);
    }

    static String component(String uri) {
        return uri.split("[:?]", 2)[0];
    }
}
