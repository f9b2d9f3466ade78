package org.hrcamel.console;

import jakarta.servlet.http.HttpServlet;

/**
 * Something the console serves.
 *
 * @param path a servlet mapping: {@code /health}, {@code /health/*}, or an empty text for {@code /} alone
 */
public record Page(String path, Access access, HttpServlet servlet) {}
