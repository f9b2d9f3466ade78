package org.hrcamel.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code multipart/form-data} body (RFC 7578), in order. */
public record Multipart(List<Part> parts) {

    /**
     * One part.
     *
     * @param fileName null for a part that is no file
     * @param contentType empty if the part names none
     */
    public record Part(String name, @Nullable String fileName, String contentType, byte[] content) {

        public boolean isFile() {
            return fileName != null;
        }

        /**
         * @throws IllegalStateException for a part that is no file
         */
        @Override
        public String fileName() {
            if (fileName == null) {
                throw new IllegalStateException(name + " is no file");
            }
            return fileName;
        }

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    /** The parts, or empty if the body is no well-formed multipart body. */
    public static Optional<Multipart> of(Request request) {
        String type = request.header("content-type").orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            return Optional.empty();
        }
        // One character a byte, so that positions in the text are positions in the body.
        String text = "\r\n" + new String(request.body(), StandardCharsets.ISO_8859_1);
        String delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        List<Part> parts = new ArrayList<>();
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            int start = at + delimiter.length();
            if (text.startsWith("--", start)) {
                return Optional.of(new Multipart(List.copyOf(parts)));
            }
            int end = text.indexOf(delimiter, start);
            Optional<Part> part = end < 0 ? Optional.empty() : part(text.substring(start, end));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
            at = end;
        }
        return Optional.empty();
    }

    /** The first part of this name that is a file, or that is none. */
    public Optional<Part> part(String name, boolean file) {
        return parts.stream()
                .filter(part -> part.name.equals(name) && part.isFile() == file)
                .findFirst();
    }

    public Optional<String> text(String name) {
        return part(name, false).map(Part::text);
    }

    private static Optional<Part> part(String text) {
        int blank = text.indexOf("\r\n\r\n");
        if (!text.startsWith("\r\n") || blank < 0) {
            return Optional.empty();
        }
        String head =
                new String(text.substring(0, blank).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String disposition = header(head, "content-disposition");
        String name = parameter(disposition, "name");
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || name == null) {
            return Optional.empty();
        }
        byte[] content = text.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        return Optional.of(new Part(name, parameter(disposition, "filename"), header(head, "content-type"), content));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String parameter(String disposition, String name) {
        Matcher value = Pattern.compile("[;\\s]" + name + "=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))")
                .matcher(disposition);
        if (!value.find()) {
            return null;
        }
        return value.group(1) == null ? value.group(2) : value.group(1).replaceAll("\\\\(.)", "$1");
    }
}
