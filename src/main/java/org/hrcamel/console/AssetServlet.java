package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves one file of the console's own. */
final class AssetServlet extends HttpServlet {

    private final Asset asset;

    AssetServlet(Asset asset) {
        this.asset = asset;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaTypes.of(asset.name()));
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(asset.content());
    }
}
