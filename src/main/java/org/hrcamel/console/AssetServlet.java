package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import org.hrcamel.http.Sha256;

/** Serves one file of the console's own, which a browser need not fetch again while it is the same. */
public final class AssetServlet extends HttpServlet {

    private final Asset asset;
    private final String tag;

    public AssetServlet(Asset asset) {
        this.asset = asset;
        this.tag = '"' + HexFormat.of().formatHex(Sha256.digest().digest(asset.content()), 0, 8) + '"';
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaTypes.of(asset.name()));
        response.getOutputStream().write(asset.content());
    }
}
