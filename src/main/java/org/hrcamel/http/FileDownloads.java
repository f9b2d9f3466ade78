package org.hrcamel.http;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files to disk: streamed, up to a size, redirects followed, credentials to the vendor's own host only, elsewhere over https
 * (unless the vendor's base URL is not) and never from the operator's network (unless the vendor's base URL is there). Thread safe.
 */
public final class FileDownloads {

    private static final int MOST_REDIRECTS = 5;
    private static final int BUFFER = 16 * 1024;
    private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,5}$");

    private final CamelTransport transport;
    private final Address base;
    private final Endpoint own;
    private final Endpoint foreign;
    private final long mostBytes;
    private final Sender plain;

    /**
     * @param base the vendor's base URL
     * @param own route for files on the vendor's own host
     * @param foreign route for files elsewhere, guarded by {@link Connections#PUBLIC}
     */
    public FileDownloads(CamelTransport transport, Address base, Endpoint own, Endpoint foreign, long mostBytes) {
        this(transport, base, own, foreign, mostBytes, plainly());
    }

    private FileDownloads(
            CamelTransport transport, Address base, Endpoint own, Endpoint foreign, long mostBytes, Sender plain) {
        this.transport = transport;
        this.base = base;
        this.own = own;
        this.foreign = foreign;
        this.mostBytes = mostBytes;
        this.plain = plain;
    }

    /** The same, sending what needs no credential through a client that has none and repeats what stumbles. */
    public FileDownloads repeating(ApiClient client) {
        return new FileDownloads(transport, base, own, foreign, mostBytes, client::send);
    }

    /** How one request of a download is sent: with the vendor's credential and budget, or plainly. */
    @FunctionalInterface
    public interface Sender {
        ApiAnswer send(ApiRequest request, Transport transport)
                throws IOException, RequestFailed, CredentialRefused, FileUnavailable;
    }

    /** Without credential, sent once. */
    public static Sender plainly() {
        return (request, transport) -> transport.send(request);
    }

    /** A file whose address needs no credential, whatever host it is on. */
    public DownloadedFile fetch(String url, Optional<String> name) throws FileUnavailable {
        return fetch(url, name, plain);
    }

    /**
     * @param url where the file is said to be
     * @param name file name if the vendor told one; else it is taken from the address
     * @param toVendor how to ask when the address is on the vendor's own host
     */
    public DownloadedFile fetch(String url, Optional<String> name, Sender toVendor) throws FileUnavailable {
        try {
            Address address = Address.verbatim(url);
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                Sink sink = new Sink(TemporaryFiles.create(), mostBytes);
                ApiAnswer answer = ask(address, sink, toVendor);
                if (answer.isSuccess()) {
                    return sink.file(name.orElse(lastSegment(address)));
                }
                sink.discard();
                Optional<String> location = answer.header("Location");
                if (answer.status() / 100 != 3 || location.isEmpty()) {
                    throw new FileUnavailable("the file's host answered " + answer);
                }
                address = Address.verbatim(address.uri().resolve(location.get()).toString());
            }
            throw new FileUnavailable("the file's host redirects in a circle");
        } catch (IOException | RequestFailed | CredentialRefused failure) {
            throw new FileUnavailable(
                    "the file could not be fetched (" + failure.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException malformed) {
            throw new FileUnavailable("the file's address is malformed");
        }
    }

    private ApiAnswer ask(Address address, Sink sink, Sender toVendor)
            throws IOException, RequestFailed, CredentialRefused, FileUnavailable {
        try {
            boolean vendors = address.sameOrigin(base);
            if (!vendors && !isAllowedScheme(address)) {
                throw new FileUnavailable("the file is not offered over https");
            }
            ApiRequest request =
                    ApiRequest.get(vendors ? own : foreign, address).withHeader("Accept", "*/*");
            Transport toDisk = sent -> transport.send(sent, sink);
            return (vendors ? toVendor : plain).send(request, toDisk);
        } catch (IOException | RequestFailed | CredentialRefused | FileUnavailable | RuntimeException failure) {
            sink.discard();
            throw failure;
        }
    }

    private boolean isAllowedScheme(Address address) {
        String scheme = String.valueOf(address.uri().getScheme());
        return scheme.equalsIgnoreCase("https")
                || scheme.equalsIgnoreCase("http")
                        && "http".equalsIgnoreCase(base.uri().getScheme());
    }

    private static String lastSegment(Address address) {
        String path = address.uri().getPath();
        String segment = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return segment.isBlank() ? "resume" : segment;
    }

    /** Writes a success's body to a file and counts it. */
    private static final class Sink implements AnswerReader {

        private final Path path;
        private final long mostBytes;
        private long size;
        private String sha256 = "";
        private String contentType = "";

        Sink(Path path, long mostBytes) {
            this.path = path;
            this.mostBytes = mostBytes;
        }

        @Override
        public ApiAnswer read(int status, Map<String, String> headers, @Nullable InputStream body) throws IOException {
            ApiAnswer answer = new ApiAnswer(status, headers, MissingNode.getInstance());
            size = 0;
            if (!answer.isSuccess() || body == null) {
                return answer;
            }
            contentType = answer.header("Content-Type")
                    .orElse("")
                    .split(";")[0]
                    .strip()
                    .toLowerCase(Locale.ROOT);
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                byte[] buffer = new byte[BUFFER];
                InputStream content = AnswerReader.decoded(headers, body);
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    size += read;
                    if (size > mostBytes) {
                        // No exception: it would count as a broken connection, and the file would be fetched again.
                        abort(body);
                        return answer;
                    }
                    out.write(buffer, 0, read);
                }
            }
            sha256 = HexFormat.of().formatHex(digest.digest());
            return answer;
        }

        /** Drops the connection: closing the stream would first read the rest of a body that may have no end. */
        private static void abort(InputStream body) throws IOException {
            if (body instanceof EofSensorInputStream connection) {
                connection.abort();
            }
        }

        DownloadedFile file(String name) throws FileUnavailable {
            if (size > mostBytes) {
                discard();
                throw new FileUnavailable("the file is larger than " + mostBytes + " bytes");
            }
            if (size == 0 || contentType.equals("text/html") || contentType.equals("application/json")) {
                discard();
                throw new FileUnavailable(
                        size == 0 ? "the file is empty" : "the file's host answered with a page, not a file");
            }
            String full = EXTENSION.matcher(name).find() ? name : name + FileTypes.ending(contentType);
            return new DownloadedFile(path, full, FileTypes.of(contentType, full), size, sha256);
        }

        void discard() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException ignored) {
                path.toFile().deleteOnExit();
            }
        }
    }
}
