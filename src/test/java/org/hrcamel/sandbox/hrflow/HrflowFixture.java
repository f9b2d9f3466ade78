package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Client;
import org.hrcamel.sandbox.MovableClock;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;

/** A running HrFlow with one source of twelve older profiles, whose references are {@code ref-0} to {@code ref-11}. */
final class HrflowFixture implements AutoCloseable {

    static final String SOURCE = "a".repeat(40);

    final MovableClock clock = new MovableClock("2026-11-01T08:00:00Z");
    final SimulatedHrflow hrflow = new SimulatedHrflow(clock).source(SOURCE, "demo");
    final SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(hrflow, new SimulatedFiles())).start();
    final Client client = client(SimulatedHrflow.API_SECRET, SimulatedHrflow.API_USER);
    final Client anonymous = new Client("", Map.of());

    HrflowFixture() {
        Population.of(12)
                .forEach(person -> hrflow.profile(
                        SOURCE, SimulatedHrflow.profileOf(person).put("reference", "ref-" + person.index())));
    }

    Client client(String key, String user) {
        return new Client(server.root() + "/hrflow/v1", Map.of("X-API-KEY", key, "X-USER-EMAIL", user));
    }

    ObjectNode read(String reference) {
        Client.Answer answer = client.get("/profile/indexing?source_key=" + SOURCE + "&reference=" + reference);
        if (answer.status() != 200) {
            throw new AssertionError("status " + answer.status());
        }
        return (ObjectNode) answer.json().get("data");
    }

    Client.Answer put(ObjectNode profile) {
        return client.send(
                "PUT",
                "/profile/indexing",
                "application/json",
                profile.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @param fields names and values of the text parts, in turn */
    Client.Answer upload(String file, byte[] content, String... fields) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        head.append(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .formatted(file));
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(start);
        body.writeBytes(content);
        body.writeBytes(end);
        return client.send("POST", "/profile/parsing/file", "multipart/form-data; boundary=b", body.toByteArray());
    }

    List<String> violations() {
        return server.ledger().violations();
    }

    @Override
    public void close() {
        server.close();
    }
}
