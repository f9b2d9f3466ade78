package org.hrcamel.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many requests the simulated vendors answer in a second when those who ask do next to nothing: the same request over and over, and
 * the answer is only counted through. What a program gets must be well below, or the vendors are measured instead of the program.
 */
final class VendorLoad {

    private static final int CONNECTIONS = 16;
    private static final double SECONDS = 2;
    private static final double NANOS = 1e9;
    private static final String LENGTH = "content-length:";

    private VendorLoad() {}

    /**
     * @param request address and headers of a GET
     */
    static double requestsPerSecond(Simulator.Probe request) {
        URI address = URI.create(request.address());
        StringBuilder text = new StringBuilder("GET %s?%s HTTP/1.1\r\nHost: %s\r\n"
                .formatted(address.getRawPath(), address.getRawQuery(), address.getAuthority()));
        request.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            long end = System.nanoTime() + (long) (SECONDS * NANOS);
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(() -> ask(address, bytes, end)));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            return sum / SECONDS;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int ask(URI address, byte[] request, long end) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int answers = 0;
            while (System.nanoTime() < end) {
                out.write(request);
                in.skipNBytes(length(in));
                answers++;
            }
            return answers;
        }
    }

    /** Reads the head of an answer. */
    private static int length(InputStream in) throws IOException {
        int length = -1;
        String line = line(in);
        if (!line.contains(" 200 ")) {
            throw new IOException(line);
        }
        while (!line.isEmpty()) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
            line = line(in);
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The vendor closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().strip().toLowerCase(Locale.ROOT);
    }
}
