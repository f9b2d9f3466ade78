package org.hrcamel.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Tells who tries a password: a browser that logged in before, by a signed cookie, else a network address. */
final class Visitors {

    private static final String COOKIE = "hrcamel-known";
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Site site;
    private final AdminPassword password;

    Visitors(Site site, AdminPassword password) {
        this.site = site;
        this.password = password;
    }

    Visitor of(HttpServletRequest request) {
        String address = site.remoteAddress(request);
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                String[] parts = cookie.getValue().split("\\.", 2);
                if (cookie.getName().equals(COOKIE) && parts.length == 2 && isOurs(parts[0], parts[1])) {
                    return new Visitor("browser " + parts[0], true, address);
                }
            }
        }
        return new Visitor("address " + network(address), false, address);
    }

    private boolean isOurs(String id, String signature) {
        return MessageDigest.isEqual(
                password.sign(id).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the browser be told from strangers at its next login. */
    void remember(HttpServletResponse response) {
        String id = UUID.randomUUID().toString();
        Cookie cookie = new Cookie(COOKIE, id + "." + password.sign(id));
        cookie.setPath("/login");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(site.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    /** Whoever has one IPv6 address has its whole network of 64 bits. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
