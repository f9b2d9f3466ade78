package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255",
                "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "224.0.0.1", "::1", "::",
                "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1"
            })
    void knowsTheAddressesOfTheOperatorsNetwork(String address) throws UnknownHostException {
        assertThat(NetworkAddresses.isInternal(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.1.1",
                "2606:4700::1111",
                "2001:db8::1",
                "::ffff:8.8.8.8"
            })
    void leavesPublicAddressesAlone(String address) throws UnknownHostException {
        assertThat(NetworkAddresses.isInternal(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void looksUpTheHostOfABaseUrl() {
        assertThat(NetworkAddresses.isInternal(Address.of("http://localhost:8080/v1")))
                .isTrue();
        assertThat(NetworkAddresses.isInternal(Address.of("https://[::1]/v1"))).isTrue();
        assertThat(NetworkAddresses.isInternal(Address.of("https://8.8.8.8"))).isFalse();
        assertThat(NetworkAddresses.isInternal(Address.of("https://no-such-host.invalid")))
                .isFalse();
    }
}
