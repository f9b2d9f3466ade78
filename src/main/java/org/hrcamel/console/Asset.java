package org.hrcamel.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file of the console's own, from the program itself. */
public record Asset(String name, byte[] content) {

    static final Asset LOGIN_PAGE = of(Asset.class, "login.html");
    static final Asset STYLE = of(Asset.class, "console.css");
    static final Asset ICON = of(Asset.class, "icon.svg");
    static final Asset HAWTIO_CONFIG = of(Asset.class, "hawtconfig.json");

    /**
     * @param near a class whose folder it is in
     * @param resource its name there, or its whole path from {@code /} on
     */
    public static Asset of(Class<?> near, String resource) {
        try (InputStream file = near.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing in the program");
            }
            return new Asset(resource.substring(resource.lastIndexOf('/') + 1), file.readAllBytes());
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
