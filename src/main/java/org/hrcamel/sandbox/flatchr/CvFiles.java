package org.hrcamel.sandbox.flatchr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedFiles;

/**
 * The files behind {@code /files/expire}.
 *
 * <p>Flatchr contract, section 4. Among the first dozen people, the file of one comes as an HTML page (3) and that of another is gone
 * (9); both are still there behind {@code aws.signature}. Thread safe.
 */
final class CvFiles {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Map<String, Person> byKey = new HashMap<>();
    private final Clock clock;
    private Instant nextAllowed = Instant.MIN;

    CvFiles(List<Person> people, Clock clock) {
        this.clock = clock;
        people.stream().filter(Person::hasResume).forEach(person -> byKey.put(ApplicantRecords.key(person), person));
    }

    /**
     * Whether one more call may be answered now. A second has to pass after each call that was: this refuses simultaneous calls, too.
     */
    synchronized boolean admit() {
        Instant now = clock.instant();
        if (now.isBefore(nextAllowed)) {
            return false;
        }
        nextAllowed = now.plus(PACE);
        return true;
    }

    Reply file(Request request, boolean redirect) {
        String raw = request.rawQuery() == null ? "" : request.rawQuery();
        if (raw.contains("/")) {
            request.violation("a key that is not percent-encoded");
        }
        Person person = byKey.get(request.query("key").orElse(""));
        if (person == null || !request.query("extension").orElse("").equals("pdf") || person.index() == 9) {
            return SimulatedFlatchr.error(404, "Not Found", "File not found");
        }
        if (person.index() == 3) {
            return Reply.text(200, "text/html; charset=utf-8", "<!doctype html><title>Flatchr</title>");
        }
        return redirect
                ? Reply.empty(302).with("Location", request.foreignRoot() + SimulatedFiles.path(person))
                : Reply.of(200, "application/pdf", SimulatedFiles.resume(person.index()));
    }
}
