package org.hrcamel.console.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.hrcamel.http.Sha256;

/** Serves one file of the class path, which a browser need not fetch again while it is the same. */
final class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final String type;
    private final transient byte[] content;
    private final String tag;

    FileServlet(String resource, String type) {
        this.type = type;
        try (InputStream file = FileServlet.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing in the program");
            }
            content = file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tag = '"' + HexFormat.of().formatHex(Sha256.digest().digest(content), 0, 8) + '"';
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.getOutputStream().write(content);
    }
}
