package org.hrcamel.http;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MIME types of the files that people send as résumés, and the endings of their names. */
final class FileTypes {

    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_ENDING = Map.of(
            "pdf", "application/pdf",
            "doc", "application/msword",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "odt", "application/vnd.oasis.opendocument.text",
            "rtf", "application/rtf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg");

    private static final Map<String, String> ENDINGS = Stream.concat(
                    BY_ENDING.entrySet().stream()
                            .filter(entry -> !entry.getKey().equals("jpeg")),
                    Stream.of(Map.entry("rtf", "text/rtf")))
            .collect(Collectors.toMap(Map.Entry::getValue, entry -> "." + entry.getKey()));

    private FileTypes() {}

    /** The ending of this type with its dot, or nothing for a type that is not known. */
    static String ending(String type) {
        return ENDINGS.getOrDefault(type, "");
    }

    /** The type that was told, or the name's own where that says nothing: storage hosts answer a general type or a bare ending. */
    static String of(String told, String name) {
        boolean vague = !told.contains("/") || told.endsWith("/octet-stream");
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return vague ? BY_ENDING.getOrDefault(ending, told.isEmpty() ? UNKNOWN : told) : told;
    }
}
