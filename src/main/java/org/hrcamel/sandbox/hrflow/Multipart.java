package org.hrcamel.sandbox.hrflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body (RFC 7578), in order. */
record Multipart(List<Part> parts) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");

    /**
     * @param file null if the part has no file name
     * @param type content type without parameters, null if absent
     */
    record Part(String name, String file, String type, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** @throws IllegalArgumentException if the body is not what the content type promises */
    static Multipart of(String contentType, byte[] body) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new IllegalArgumentException("not multipart/form-data");
        }
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no boundary");
        }
        String boundary = "--" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        // One character a byte, so that positions in the text are positions in the body.
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        String separator = "\r\n" + boundary;
        int start = text.indexOf(separator);
        List<Part> parts = new ArrayList<>();
        while (start >= 0 && !text.startsWith("--", start + separator.length())) {
            int end = text.indexOf(separator, start + separator.length());
            if (end < 0) {
                throw new IllegalArgumentException("unfinished");
            }
            parts.add(part(text.substring(text.indexOf("\r\n", start + separator.length()) + 2, end)));
            start = end;
        }
        if (start < 0) {
            throw new IllegalArgumentException("no parts");
        }
        return new Multipart(List.copyOf(parts));
    }

    Optional<Part> part(String name, boolean file) {
        return parts.stream()
                .filter(part -> part.name.equals(name) && (part.file != null) == file)
                .findFirst();
    }

    Optional<String> text(String name) {
        return part(name, false).map(Part::text);
    }

    private static Part part(String text) {
        int blank = text.indexOf("\r\n\r\n");
        if (blank < 0) {
            throw new IllegalArgumentException("a part without headers");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String head =
                new String(text.substring(0, blank).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        String disposition = headers.getOrDefault("content-disposition", "");
        String name = found(NAME, disposition);
        if (!disposition.startsWith("form-data") || name == null) {
            throw new IllegalArgumentException("a part without a name");
        }
        String type = headers.get("content-type");
        return new Part(
                name,
                found(FILE, disposition),
                type == null ? null : type.split(";")[0].trim(),
                text.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
