package org.hrcamel.runtime;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrcamel.runtime.log.LogOutput;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.FileProblems;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.RouteFile;
import org.hrcamel.validate.SettingsProblems;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.RunRequest;
import org.hrcamel.workflow.WorkflowSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what runs in step with what the operator wrote. What was saved is checked first; what is sound replaces its file's older
 * version, for a workflow after its current run has ended; what is not changes nothing and is told until it is mended. All of it
 * happens in one thread of its own.
 */
final class LiveProject implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveProject.class);

    /** A sound version of a file that is not in place yet; one without a file is to be taken out. */
    private record Wanted(Project project, Optional<RouteFile> file, String fingerprint) {}

    private final ConnectorDeployment connectors;
    private final RouteDeployment routes;
    private final Schedules schedules;
    private final RunGate gate;
    private final ProjectWatch watch;
    private final RestartSettings restart;
    private volatile Project project;
    private final Map<String, FileStatus> statuses = new ConcurrentHashMap<>();
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();
    /** Fingerprints of what is in place. */
    private final Map<String, String> inPlace = new ConcurrentHashMap<>();

    /** Fingerprints of what Camel did not take. */
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    private final ProblemLog log = new ProblemLog();
    private volatile List<Problem> general = List.of();
    private Consumer<Set<String>> changed = workflows -> {};
    private final EditTurns turns = new EditTurns();

    LiveProject(
            Project project,
            ConnectorDeployment connectors,
            RouteDeployment routes,
            Schedules schedules,
            RunGate gate,
            InstantSource clock) {
        this.project = project;
        this.connectors = connectors;
        this.routes = routes;
        this.schedules = schedules;
        this.gate = gate;
        this.restart = new RestartSettings(project.settings());
        this.watch = new ProjectWatch(() -> WatchedFiles.of(this.project), clock);
    }

    /**
     * Puts everything in that is sound, and from then on whatever is saved.
     *
     * @param workflows told the ids of all workflows whenever there may be others
     */
    void begin(Consumer<Set<String>> workflows) {
        changed = workflows;
        turns.take(() -> {
            watch.reading();
            apply(project);
            return null;
        });
        // What that found stands in line before this.
        turns.take(() -> null);
        turns.every(ProjectWatch.INTERVAL, this::look);
    }

    private void look() {
        try {
            if (watch.isDue()) {
                watch.reading();
                Project next = project.reread();
                if (hasSettings(project) && !hasSettings(next)) {
                    // Else every connector would be taken to its vendor's own address, and every workflow for one
                    // without keys.
                    general = List.of(
                            Problem.error(
                                    new Position(next.settings().file().toString(), 1, 1),
                                    "the settings file is away or empty; what ran goes on running with the settings that it had"));
                    log.tell("", general);
                    return;
                }
                apply(next);
            }
        } catch (UncheckedIOException unreadable) {
            // What mends it, such as a permission, need not change how a file looks.
            watch.failed();
            general = List.of(Problem.error(
                    new Position(project.settings().file().toString(), 1, 1), String.valueOf(unreadable.getMessage())));
            log.tell("", general);
        } catch (RuntimeException | Error bug) {
            // The next edit is looked at all the same: whatever escapes from here ends the looking for good.
            general = List.of(unexpected(project.settings().file(), "what was saved cannot be looked at", bug));
            log.tell("", general);
        }
    }

    private static boolean hasSettings(Project project) {
        String file = project.settings().file().toString();
        return project.settings().all().stream()
                .anyMatch(setting -> setting.position().file().equals(file));
    }

    private static Problem unexpected(Path file, String what, Throwable bug) {
        LOG.debug("The cause", bug);
        return Problem.error(
                new Position(file.toString(), 1, 1),
                what + ": an unexpected " + bug.getClass().getName());
    }

    private void apply(Project next) {
        LogOutput.mask(next);
        project = next;
        connectors.use(next);
        List<Problem> problems = new ArrayList<>(restart.problems(next.settings()));
        if (Files.isDirectory(next.routes())) {
            Set<String> gone = new HashSet<>(statuses.keySet());
            next.files().forEach(file -> gone.remove(file.name()));
            gone.forEach(name -> vanished(next, name));
        } else {
            problems.add(Problem.error(
                    new Position(next.routes().toString(), 1, 1),
                    "there is no such folder of routes; what ran goes on running"));
        }
        next.files().forEach(file -> consider(next, file));
        SettingsProblems.of(next).stream()
                .filter(problem -> !isToldOfAFile(problem))
                .forEach(problems::add);
        general = List.copyOf(problems);
        log.tell("", general);
        changed.accept(statuses.values().stream()
                .filter(status -> status.workflow().isPresent())
                .map(FileStatus::name)
                .collect(Collectors.toSet()));
    }

    private boolean isToldOfAFile(Problem problem) {
        return statuses.values().stream()
                .flatMap(status -> status.problems().stream())
                .anyMatch(told -> told.position().equals(problem.position())
                        && told.message().equals(problem.message()));
    }

    private void vanished(Project next, String name) {
        statuses.remove(name);
        refused.remove(name);
        log.forget(name);
        want(name, new Wanted(next, Optional.empty(), ""));
    }

    private void consider(Project next, RouteFile file) {
        String name = file.name();
        String fingerprint = DeploymentFingerprint.of(next, file);
        FileStatus before = statuses.get(name);
        List<Problem> problems;
        if (before != null && !before.isBroken() && fingerprint.equals(inPlace.get(name))) {
            routes.stands(name, next);
            problems = before.problems();
        } else {
            problems = problems(next, file, fingerprint);
        }
        Optional<DeclaredWorkflow> declared = next.workflow(name);
        boolean enabled = WorkflowSettings.isEnabled(next.settings(), name);
        FileStatus status = new FileStatus(
                name,
                declared.or(() -> before == null ? Optional.empty() : before.workflow()),
                enabled,
                inPlace.containsKey(name),
                problems);
        statuses.put(name, status);
        log.tell(name, enabled ? problems : List.of());
        if (!enabled) {
            want(name, new Wanted(next, Optional.empty(), ""));
            if (before == null || before.enabled()) {
                LOG.info("{} is not enabled", name);
            }
        } else if (!status.isBroken()) {
            want(name, new Wanted(next, Optional.of(file), fingerprint));
        }
    }

    private List<Problem> problems(Project next, RouteFile file, String fingerprint) {
        FileStatus before = statuses.get(file.name());
        if (before != null && fingerprint.equals(refused.get(file.name()))) {
            return before.problems();
        }
        try {
            return FileProblems.of(next, file);
        } catch (RuntimeException | Error bug) {
            // One file keeps no other from being looked at.
            return List.of(unexpected(file.path(), "the file cannot be checked", bug));
        }
    }

    private void want(String name, Wanted version) {
        boolean isInPlace = version.file().isEmpty()
                ? !inPlace.containsKey(name)
                : version.fingerprint().equals(inPlace.get(name));
        if (isInPlace) {
            wanted.remove(name);
            gate.forgetWaiting(name);
            return;
        }
        wanted.put(name, version);
        gate.closeWhenIdle(name, () -> turns.queue(() -> replace(name)));
    }

    /** The gate is closed: no run of it is under way. */
    private void replace(String name) {
        try {
            Wanted version = wanted.remove(name);
            if (version != null && version.file().isPresent()) {
                put(name, version);
            } else if (version != null) {
                takeOut(name);
                tryRefused(name);
            }
        } catch (RuntimeException | Error bug) {
            LOG.error(
                    "{} could not be replaced: an unexpected {}",
                    name,
                    bug.getClass().getName());
            LOG.debug("The cause", bug);
        } finally {
            reopen(name);
        }
    }

    /** Whatever fails here, the gate opens: a workflow must not stay shut out until somebody edits it. */
    private void reopen(String name) {
        List<RunRequest> missed;
        try {
            schedules.renew(name);
        } finally {
            missed = Stream.concat(gate.open(name).stream(), schedules.unfired(name).stream())
                    .distinct()
                    .toList();
        }
        missed.forEach(request -> schedules.fire(name, request));
    }

    private void put(String name, Wanted version) {
        boolean first = !inPlace.containsKey(name);
        List<Problem> problems = routes.put(version.project(), version.file().orElseThrow());
        if (problems.isEmpty()) {
            inPlace.put(name, version.fingerprint());
            refused.remove(name);
            LOG.info(first ? "{} is in place" : "{} is replaced by its new version", name);
            tryRefused(name);
        } else {
            refused.put(name, version.fingerprint());
            log.tell(name, problems);
        }
        statuses.computeIfPresent(
                name,
                (key, status) -> new FileStatus(
                        name,
                        status.workflow(),
                        status.enabled(),
                        inPlace.containsKey(name),
                        problems.isEmpty() ? status.problems() : problems));
    }

    /** What a file was refused for may have gone with another one's older version. */
    private void tryRefused(String changed) {
        Set<String> others = new HashSet<>(refused.keySet());
        others.remove(changed);
        if (others.isEmpty()) {
            return;
        }
        refused.keySet().removeAll(others);
        Project now = project;
        now.files().stream().filter(file -> others.contains(file.name())).forEach(file -> consider(now, file));
    }

    private void takeOut(String name) {
        routes.takeOut(name);
        inPlace.remove(name);
        statuses.computeIfPresent(
                name,
                (key, status) -> new FileStatus(name, status.workflow(), status.enabled(), false, status.problems()));
        if (!statuses.containsKey(name)) {
            schedules.forget(name);
        }
        LOG.info("{} is taken out", name);
    }

    /**
     * Fires a workflow now, but not while its route is being replaced.
     *
     * @return false when it is not deployed
     */
    boolean fire(String name, RunRequest request) {
        return turns.take(() -> schedules.fire(name, request));
    }

    /** What the operator wrote, as it was last read. */
    Project project() {
        return project;
    }

    /** How each file stands, by name. */
    Map<String, FileStatus> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Whether a sound version waits for the end of the run under way. */
    boolean isWaiting(String name) {
        return gate.isWaiting(name);
    }

    /** What is wrong with the settings as a whole, and with the folder. */
    List<Problem> general() {
        return general;
    }

    /** Nothing more is put in place but what is about to be. */
    void end() {
        turns.end();
    }

    /** Waits for what is being put in place, but not for long: Camel cannot go down while its routes are replaced. */
    @Override
    public void close() {
        turns.close();
    }
}
