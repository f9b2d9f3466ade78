package org.hrcamel.connector.greenhouse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.RequestFailed;

/** Finds the next page in an answer's {@code Link} header, which may hold several links (Greenhouse contract, section 2.1). */
final class NextLink {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(
            ";\\s*rel\\s*=\\s*\"?([^\";,]*\\s)?next(\\s[^\";,]*)?\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);

    private NextLink() {}

    /**
     * @param page the page that was asked for: the credential goes to no other host
     * @return the address exactly as it was given, or empty on the last page
     */
    static Optional<Address> of(ApiAnswer answer, Address page) throws RequestFailed {
        Matcher link = LINK.matcher(answer.header("Link").orElse(""));
        while (link.find()) {
            if (NEXT.matcher(link.group(2)).find()) {
                return Optional.of(checked(link.group(1), page));
            }
        }
        return Optional.empty();
    }

    private static Address checked(String url, Address page) throws RequestFailed {
        Address next = Address.verbatim(url.strip().replace("|", "%7C"));
        try {
            if (next.sameOrigin(page)) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new RequestFailed(
                RequestFailed.Cause.MALFORMED,
                false,
                "Greenhouse's link to the next page leads to another host than connector.greenhouse.base-url");
    }
}
