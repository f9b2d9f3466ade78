package org.hrcamel.connector.greenhouse;

import java.util.Optional;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.LinkHeader;
import org.hrcamel.http.RequestFailed;

/** Finds the next page in an answer's {@code Link} header (Greenhouse contract, section 2.1). */
final class NextLink {

    private NextLink() {}

    /**
     * @param page the page that was asked for: the credential goes to no other host
     * @return the address exactly as it was given, or empty on the last page
     */
    static Optional<Address> of(ApiAnswer answer, Address page) throws RequestFailed {
        Optional<String> next = LinkHeader.next(answer);
        return next.isEmpty() ? Optional.empty() : Optional.of(checked(next.get(), page));
    }

    private static Address checked(String url, Address page) throws RequestFailed {
        Address next = Address.verbatim(url.replace("|", "%7C"));
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
