package org.hrcamel.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A file host outside the vendors' own APIs, as presigned storage URLs are: {@code /files/resume/<index>.pdf}. It refuses a request
 * that brings any credential, as such hosts do.
 */
public final class SimulatedFiles implements SimulatedVendor {

    private static final List<String> CREDENTIALS =
            List.of("authorization", "x-smarttoken", "x-api-key", "x-user-email", "cookie");

    /** The path of this person's résumé below the server's root. */
    public static String path(Person person) {
        return "/files/resume/" + person.index() + ".pdf";
    }

    /** The résumé's bytes: a small PDF that names its person. */
    public static byte[] resume(int index) {
        return ("%PDF-1.4\n% resume of candidate " + index + " " + "x".repeat(2000) + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Reply answer(Request request) {
        if (CREDENTIALS.stream().anyMatch(name -> request.header(name).isPresent())) {
            request.violation("credentials sent to a foreign host");
            return Reply.text(400, "application/xml", "<Error><Code>InvalidArgument</Code></Error>");
        }
        List<String> path = request.path();
        if (!request.method().equals("GET") || path.size() != 2 || !path.get(1).matches("\\d+\\.pdf")) {
            return Reply.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
        }
        int index = Integer.parseInt(path.get(1).substring(0, path.get(1).length() - 4));
        return Reply.of(200, "application/pdf", resume(index));
    }

    @Override
    public Map<String, String> settings(String root) {
        return Map.of();
    }
}
