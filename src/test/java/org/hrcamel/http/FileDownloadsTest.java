package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hrcamel.http.FileDownloads.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a thread of its own: without its bounds a download would never end, and reading from a socket cannot be interrupted. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileDownloadsTest {

    private static final String PDF = "Content-Type: application/pdf; q=1\r\n";
    private static final long MOST = 100_000;

    private static RealHttp http;

    private List<Path> before;

    @BeforeAll
    static void start() {
        http = new RealHttp();
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    /** Of this process: others may be at work in the same folder. */
    private static List<Path> temporaryFiles() {
        String name = "hrcamel-" + ProcessHandle.current().pid() + "-.*\\.part";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @BeforeEach
    void lookAround() {
        before = temporaryFiles();
    }

    @AfterEach
    void leavesNoTemporaryFileBehind() {
        assertThat(before).containsAll(temporaryFiles());
    }

    private static FileDownloads downloads(String base) {
        return new FileDownloads(http.transport(), Address.of(base), RealHttp.CALL, RealHttp.FOREIGN, MOST);
    }

    /** As a vendor's client does it: with a credential, and again when the connection breaks. */
    private static Sender toVendor() {
        ApiClient client =
                http.client(new SimulatedTime(), request -> request.withHeader("Authorization", "Bearer s3cret"));
        return client::send;
    }

    private static DownloadedFile fetch(FileDownloads downloads, String url) throws FileUnavailable {
        return downloads.fetch(url, Optional.empty(), toVendor());
    }

    /** The same server by another name. */
    private static String foreign(Wire wire) {
        return wire.root().replace("127.0.0.1", "localhost");
    }

    @Test
    void keepsAFileOnDiskUntilItIsClosed() throws Exception {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"))) {
            DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/files/Anna%20B.pdf?sig=a%2Fb");
            assertThat(file.path()).hasContent("content");
            assertThat(temporaryFiles()).contains(file.path());
            assertThat(file.name()).isEqualTo("Anna B.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
            assertThat(file.size()).isEqualTo(7);
            assertThat(file.sha256()).isEqualTo("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
            file.close();
            assertThat(file.path()).doesNotExist();
        }
    }

    @Test
    void takesTheNameThatTheVendorTold() throws Exception {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"));
                DownloadedFile file = downloads(wire.root())
                        .fetch(wire.root() + "/x/1", Optional.of("cv.docx"), FileDownloads.plainly())) {
            assertThat(file.name()).isEqualTo("cv.docx");
        }
    }

    @Test
    void givesANameWithoutExtensionTheOneOfItsType() throws Exception {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"))) {
            try (DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/files/4711")) {
                assertThat(file.name()).isEqualTo("4711.pdf");
            }
            try (DownloadedFile file = downloads(wire.root())
                    .fetch(wire.root() + "/1", Optional.of("CV of Dr. Anna Berg"), FileDownloads.plainly())) {
                assertThat(file.name()).isEqualTo("CV of Dr. Anna Berg.pdf");
            }
        }
    }

    @Test
    void sendsTheCredentialToTheVendorsOwnHost() throws Exception {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"));
                DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/a.pdf")) {
            assertThat(wire.heads()).singleElement().asString().contains("Authorization: Bearer s3cret");
        }
    }

    @Test
    void sendsNoCredentialToAForeignHost() throws Exception {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"));
                DownloadedFile file = fetch(downloads(wire.root()), foreign(wire) + "/a.pdf")) {
            assertThat(wire.heads()).singleElement().asString().doesNotContain("Authorization");
        }
    }

    @Test
    void followsARedirectToAForeignHostWithoutTheCredential() throws Exception {
        try (Wire storage = new Wire(Wire.always(200, PDF, "content"));
                Wire vendor =
                        new Wire(Wire.always(302, "Location: " + storage.root() + "/b?X-Sig=a%2Fb\r\n", "moved"));
                DownloadedFile file = fetch(downloads(vendor.root()), vendor.root() + "/a.pdf")) {
            assertThat(vendor.heads()).singleElement().asString().contains("Authorization");
            assertThat(storage.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET /b?X-Sig=a%2Fb ")
                    .doesNotContain("Authorization", "s3cret");
        }
    }

    @Test
    void followsARelativeRedirect() throws Exception {
        Wire.Answer answers = new Wire.Answer() {
            private int count;

            @Override
            public void write(OutputStream out) throws IOException {
                out.write(count++ == 0 ? Wire.text(302, "Location: ../b.pdf\r\n", "") : Wire.text(200, PDF, "content"));
            }
        };
        try (Wire wire = new Wire(answers);
                DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/x/y/a.pdf")) {
            assertThat(wire.heads().get(1)).startsWith("GET /x/b.pdf ");
        }
    }

    @Test
    void givesUpOnACircleOfRedirects() {
        try (Wire wire = new Wire(Wire.always(302, "Location: /a\r\n", ""))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), wire.root() + "/a"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessageContaining("circle");
            assertThat(wire.heads()).hasSizeLessThan(10);
        }
    }

    @Test
    void unpacksAFileThatWasCompressedForTheWay() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("content".getBytes(StandardCharsets.US_ASCII));
        }
        Wire.Answer answer = out -> {
            out.write(("HTTP/1.1 200 OK\r\n" + PDF + "Content-Encoding: gzip\r\nContent-Length: " + zipped.size()
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            zipped.writeTo(out);
        };
        try (Wire wire = new Wire(answer);
                DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/a.pdf")) {
            assertThat(file.path()).hasContent("content");
            assertThat(file.size()).isEqualTo(7);
        }
    }

    /** A body of a terabyte, in pieces: closing it without care would read it to its end. */
    private static Wire.Answer endless(String headers, byte[] piece, AtomicLong written) {
        return out -> {
            out.write(("HTTP/1.1 200 OK\r\n" + PDF + headers + "Content-Length: 1099511627776\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(piece);
                written.addAndGet(piece.length);
            }
        };
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsNoFurtherThanTheLargestSize() {
        AtomicLong written = new AtomicLong();
        try (Wire wire = new Wire(endless("", new byte[8192], written))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), wire.root() + "/a.pdf"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessage("the file is larger than 100000 bytes");
            assertThat(wire.heads()).hasSize(1);
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsNoFurtherThanTheLargestSizeOfACompressedFile() throws IOException {
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zeros)) {
            zip.write(new byte[1_000_000]);
        }
        AtomicLong written = new AtomicLong();
        try (Wire wire = new Wire(endless("Content-Encoding: gzip\r\n", zeros.toByteArray(), written))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), wire.root() + "/a.pdf"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessage("the file is larger than 100000 bytes");
            assertThat(wire.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "TEXT/HTML", "application/json"})
    void refusesAPageInPlaceOfAFile(String type) {
        try (Wire wire = new Wire(Wire.always(200, "Content-Type: " + type + "\r\n", "<h1>Sign in</h1>"))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), wire.root() + "/a.pdf"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessageContaining("page");
        }
    }

    @Test
    void refusesAnEmptyFile() {
        try (Wire wire = new Wire(Wire.always(200, PDF, ""))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), wire.root() + "/a.pdf"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void refusesWhatTheHostDoesNotGive() {
        try (Wire wire = new Wire(Wire.always(403, "", "<Error>s3cret</Error>"))) {
            assertThatThrownBy(() -> fetch(downloads(wire.root()), foreign(wire) + "/a.pdf?sig=s3cret"))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessage("the file's host answered HTTP 403");
        }
    }

    @Test
    void fetchesAgainWhenTheConnectionIsCutAndKeepsTheWholeFileOnly() throws Exception {
        Wire.Answer answers = new Wire.Answer() {
            private int count;

            @Override
            public void write(OutputStream out) throws IOException {
                byte[] whole = Wire.text(200, PDF, "content");
                if (count++ == 0) {
                    out.write(whole, 0, whole.length - 3);
                    throw new IOException("cut");
                }
                out.write(whole);
            }
        };
        try (Wire wire = new Wire(answers);
                DownloadedFile file = fetch(downloads(wire.root()), wire.root() + "/a.pdf")) {
            assertThat(file.path()).hasContent("content");
            assertThat(file.size()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void callsNoAddressOfTheOperatorsNetworkForAPublicVendor(String host) {
        FileDownloads guarded = new FileDownloads(
                http.transport(), Address.of("http://api.vendor.example"), RealHttp.CALL, RealHttp.GUARDED, MOST);
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"))) {
            String url = wire.root().replace("127.0.0.1", host) + "/a.pdf";
            assertThatThrownBy(() -> fetch(guarded, url)).isInstanceOf(FileUnavailable.class);
            assertThat(wire.connections()).isZero();
        }
    }

    @Test
    void callsNoAddressOfTheOperatorsNetworkEvenWhenTheVendorRedirectsThere() {
        try (Wire inside = new Wire(Wire.always(200, PDF, "content"));
                Wire vendor = new Wire(Wire.always(302, "Location: " + inside.root() + "/a\r\n", ""))) {
            FileDownloads guarded = new FileDownloads(
                    http.transport(), Address.of(vendor.root()), RealHttp.CALL, RealHttp.GUARDED, MOST);
            assertThatThrownBy(() -> fetch(guarded, vendor.root() + "/a.pdf")).isInstanceOf(FileUnavailable.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "ftp", "file"})
    void fetchesOverHttpsOnlyWhenTheVendorSpeaksIt(String scheme) {
        try (Wire wire = new Wire(Wire.always(200, PDF, "content"))) {
            String url = wire.root().replace("http", scheme) + "/a.pdf";
            assertThatThrownBy(() -> fetch(downloads("https://api.vendor.example"), url))
                    .isInstanceOf(FileUnavailable.class)
                    .hasMessageContaining("https");
            assertThat(wire.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a url", "http://", "/etc/passwd", "https://h/a b"})
    void refusesAMalformedAddress(String url) {
        assertThatThrownBy(() -> fetch(downloads("https://api.vendor.example"), url))
                .isInstanceOf(FileUnavailable.class);
    }
}
