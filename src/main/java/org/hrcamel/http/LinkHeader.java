package org.hrcamel.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer's {@code Link} header, which may hold several links (RFC 8288). */
public final class LinkHeader {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(
            ";\\s*rel\\s*=\\s*\"?([^\";,]*\\s)?next(\\s[^\";,]*)?\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** The link to the next page as it was given, absolute or relative; empty when there is none. */
    public static Optional<String> next(ApiAnswer answer) {
        Matcher link = LINK.matcher(answer.header("Link").orElse(""));
        while (link.find()) {
            if (NEXT.matcher(link.group(2)).find()) {
                return Optional.of(link.group(1).strip());
            }
        }
        return Optional.empty();
    }
}
