package org.hrcamel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the operator's own network from public ones. */
public final class NetworkAddresses {

    private NetworkAddresses() {}

    /** Loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC 6598), unspecified or multicast. */
    public static boolean isInternal(InetAddress address) {
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        boolean uniqueLocal = octets.length == 16 && (first & 0xFE) == 0xFC;
        boolean shared = octets.length == 4 && first == 100 && (second & 0xC0) == 64;
        boolean thisNetwork = octets.length == 4 && first == 0;
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared
                || thisNetwork;
    }

    /** Whether the operator's own base URL leads into the operator's network; a name that cannot be resolved does not. */
    public static boolean isInternal(Address base) {
        try {
            return Arrays.stream(InetAddress.getAllByName(base.uri().getHost())).anyMatch(NetworkAddresses::isInternal);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
