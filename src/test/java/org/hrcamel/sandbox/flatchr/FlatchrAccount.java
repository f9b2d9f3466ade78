package org.hrcamel.sandbox.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.RawHttp;
import org.hrcamel.sandbox.RawHttp.Answer;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedFiles;

/** A simulated account of 60 people on a running server, whose time stands still until it is moved. */
final class FlatchrAccount implements AutoCloseable {

    static final String BEARER = "Bearer " + SimulatedFlatchr.API_KEY;
    static final String FIELDS = "?fields=candidate,vacancy,candidate.consent";

    final List<Person> people = Population.of(60);
    final StandingClock clock = new StandingClock();
    final SimulatedFlatchr flatchr = new SimulatedFlatchr(people, clock);
    final SandboxServer server = new SandboxServer(0, Duration.ZERO, List.of(flatchr, new SimulatedFiles())).start();
    final RawHttp http = new RawHttp();

    static final class StandingClock extends Clock {

        volatile Instant now = Instant.parse("2026-03-04T05:06:07Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    String url(String path) {
        return flatchr.settings(server.root()).get("connector.flatchr.base-url") + path;
    }

    String company(String path) {
        return url("/company/" + SimulatedFlatchr.COMPANY_ID + path);
    }

    Answer get(String path) {
        return http.get(company(path), "Authorization", BEARER);
    }

    Answer search(String body) {
        return http.send(
                "POST",
                company("/search/applicants"),
                body,
                "Authorization",
                BEARER,
                "Content-Type",
                "application/json");
    }

    JsonNode detail(int person, int which) {
        return get("/applicant/" + flatchr.applicant(people.get(person), which) + FIELDS)
                .json();
    }

    Answer cv(int person) {
        return http.get(cvUrl(
                detail(person, 0).path("candidate").path("aws").path("key").asText(), "pdf"));
    }

    String cvUrl(String key, String extension) {
        return company("/files/expire?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&extension=" + extension
                + "&token=" + SimulatedFlatchr.API_KEY);
    }

    List<String> violations() {
        return server.ledger().violations();
    }

    @Override
    public void close() {
        server.close();
    }
}
