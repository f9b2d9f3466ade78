package org.hrcamel.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file of the console's own, from the program itself. */
record Asset(String name, byte[] content) {

    static final Asset LOGIN_PAGE = load("login.html");
    static final Asset STYLE = load("console.css");
    static final Asset ICON = load("icon.svg");
    static final Asset HAWTIO_CONFIG = load("hawtconfig.json");

    static Asset load(String name) {
        try (InputStream file = Asset.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in the program");
            }
            return new Asset(name, file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text with every <code>{{name}}</code> replaced, safe within HTML. */
    String filled(Map<String, String> values) {
        String text = new String(content, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
        }
        return text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                // Else a value could name another one.
                .replace("{", "&#123;");
    }
}
