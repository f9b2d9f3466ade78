package org.hrcamel.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrcamel.sandbox.breezyhr.SimulatedBreezyhr;
import org.hrcamel.sandbox.flatchr.SimulatedFlatchr;
import org.hrcamel.sandbox.greenhouse.SimulatedGreenhouse;
import org.hrcamel.sandbox.hrflow.SimulatedHrflow;
import org.hrcamel.sandbox.jazzhr.SimulatedJazzhr;
import org.hrcamel.sandbox.smartrecruiters.SimulatedSmartrecruiters;

/**
 * All six vendors on one server, with the same invented people everywhere: each applicant tracking system has its candidates, HrFlow
 * has an older profile of each in a source of its own a system. Thread safe.
 */
public final class Sandbox implements AutoCloseable {

    private static final String HRFLOW_TO_BREEZY = "hrflow-update-profiles-in-breezyhr";

    /** Every so many people, HrFlow and Breezy do not share a reference, and the e-mail address must do. */
    private static final int WITHOUT_REFERENCE = 4;

    private final SimulatedHrflow hrflow;
    private final SimulatedJazzhr jazzhr;
    private final SimulatedFlatchr flatchr;
    private final SimulatedGreenhouse greenhouse;
    private final SimulatedSmartrecruiters smartrecruiters;
    private final SimulatedBreezyhr breezyhr;
    private final SandboxServer server;
    private final List<Person> people;
    private final AtomicInteger edits = new AtomicInteger();

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     * @param profiles how many people each vendor knows
     * @param latency how long every answer takes at least
     */
    public Sandbox(int port, int profiles, Duration latency) {
        this(port, profiles, latency, Clock.systemUTC());
    }

    /**
     * @param clock of all vendors
     */
    public Sandbox(int port, int profiles, Duration latency, Clock clock) {
        this(port, profiles, latency, clock, system -> true, UnaryOperator.identity());
    }

    /**
     * The same for a large population, which would cost much memory in systems that nobody asks.
     *
     * @param known which applicant tracking systems know the people, by name; the others have no candidates
     * @param wrapping laid around each vendor before it is asked anything
     */
    public Sandbox(
            int port,
            int profiles,
            Duration latency,
            Clock clock,
            Predicate<String> known,
            UnaryOperator<SimulatedVendor> wrapping) {
        people = Population.of(profiles);
        Function<String, List<Person>> candidates = system -> known.test(system) ? people : List.of();
        hrflow = new SimulatedHrflow(clock);
        jazzhr = new SimulatedJazzhr(candidates.apply("jazzhr"), clock);
        flatchr = new SimulatedFlatchr(candidates.apply("flatchr"), clock);
        greenhouse = new SimulatedGreenhouse(candidates.apply("greenhouse"), clock);
        smartrecruiters = new SimulatedSmartrecruiters(candidates.apply("smartrecruiters"), clock);
        breezyhr = new SimulatedBreezyhr(candidates.apply("breezyhr"), clock);
        for (SimulatedAts system : systems()) {
            hrflow.source(sourceKey(system.name()), system.name());
            candidates.apply(system.name()).forEach(person -> hold(system, person));
        }
        List<SimulatedVendor> vendors = Stream.of(
                        hrflow, jazzhr, flatchr, greenhouse, smartrecruiters, breezyhr, new SimulatedFiles())
                .map(wrapping)
                .toList();
        server = new SandboxServer(port, latency, vendors, clock).start();
    }

    private List<SimulatedAts> systems() {
        return List.of(jazzhr, flatchr, greenhouse, smartrecruiters, breezyhr);
    }

    private void hold(SimulatedAts system, Person person) {
        boolean foreign = system == breezyhr && person.index() % WITHOUT_REFERENCE == 3 && person.email() != null;
        ObjectNode profile = SimulatedHrflow.profileOf(person);
        profile.put("reference", foreign ? "other-" + person.index() : system.reference(person));
        hrflow.profile(sourceKey(system.name()), profile);
    }

    /** Key of the HrFlow source that holds this system's candidates. */
    public static String sourceKey(String system) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(("source of " + system).getBytes(StandardCharsets.UTF_8));
            return "%040x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every setting that points a runtime with the five workflows at this sandbox. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(hrflow.settings(server.root()));
        for (SimulatedAts system : systems()) {
            settings.putAll(system.settings(server.root()));
            boolean target = system == breezyhr;
            String workflow = target ? HRFLOW_TO_BREEZY : system.name() + "-update-profiles-in-hrflow";
            String group = target ? "pull_parameters" : "push_parameters";
            settings.put("workflow." + workflow + ".workflow_id", workflow);
            settings.put("workflow." + workflow + "." + group + ".source_key", sourceKey(system.name()));
            settings.put("connector." + system.name() + ".rate-limit", "none");
        }
        settings.put("workflow." + HRFLOW_TO_BREEZY + ".pull_parameters.profile_key", "*");
        settings.put("connector.jazzhr.retry-delay", "500ms");
        return settings;
    }

    /** A recruiter edits one candidate of each system, the next one each time. */
    public void editSomebody() {
        int number = edits.getAndIncrement();
        setPhone(number % people.size(), "+1777%07d".formatted(number));
    }

    /** Gives somebody another phone number in every system that is read: the applicant tracking systems, and HrFlow for Breezy. */
    public void setPhone(int number, String phone) {
        Person person = people.get(number);
        jazzhr.edit(jazzhr.reference(person), applicant -> applicant.put("phone", phone));
        flatchr.edit(flatchr.reference(person), candidate -> candidate.put("phone", phone));
        greenhouse.edit(
                greenhouse.reference(person),
                candidate -> candidate
                        .putArray("phone_numbers")
                        .addObject()
                        .put("value", phone)
                        .put("type", "mobile"));
        smartrecruiters.edit(smartrecruiters.reference(person), candidate -> candidate.put("phoneNumber", phone));
        hrflow.profiles(sourceKey(breezyhr.name())).stream()
                .skip(number)
                .findFirst()
                .ifPresent(profile -> hrflow.edit(
                        sourceKey(breezyhr.name()),
                        profile.path("reference").asText(),
                        edited -> edited.withObject("/info").put("phone", phone)));
    }

    public SandboxServer server() {
        return server;
    }

    public SimulatedHrflow hrflow() {
        return hrflow;
    }

    public SimulatedJazzhr jazzhr() {
        return jazzhr;
    }

    public SimulatedFlatchr flatchr() {
        return flatchr;
    }

    public SimulatedGreenhouse greenhouse() {
        return greenhouse;
    }

    public SimulatedSmartrecruiters smartrecruiters() {
        return smartrecruiters;
    }

    public SimulatedBreezyhr breezyhr() {
        return breezyhr;
    }

    @Override
    public void close() {
        server.close();
    }
}
