package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

class LoginFromElsewhereTest {

    /** Browsers tell less of where a form is from when it travels without TLS and not to their own machine. */
    @Test
    void aBrowserOfAnotherMachineLogsInWithoutTls(@TempDir Path folder) throws Exception {
        Optional<String> address = otherAddress();
        assumeTrue(address.isPresent(), "Skipped: this machine has no address besides the loopback");
        Page page = new Page("/page", Access.LOGIN, new TokenServlet());
        try (OpenedConsole console = new OpenedConsole(
                        folder,
                        List.of(page),
                        "hrcamel.console.password=" + OpenedConsole.PASSWORD,
                        "hrcamel.console.host=0.0.0.0");
                Browser browser = Browser.open()) {
            browser.go(
                    "http://" + address.get() + ":" + URI.create(console.url()).getPort() + "/page");

            browser.login(OpenedConsole.PASSWORD);

            browser.await().until(ready -> browser.path().equals("/page"));
            assertThat(browser.see(By.tagName("body")).getText()).hasSizeGreaterThan(30);
        }
    }

    private static Optional<String> otherAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
