package org.hrcamel.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hrcamel.runtime.CredentialTrial;
import org.hrcamel.runtime.CredentialTrial.Tried;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Position;
import org.hrcamel.workflow.Probe;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.WorkflowSettings;

/** {@code validate --online}: what the vendors say to the credentials of the workflows. */
final class OnlineCheck {

    private final Project project;
    private final Consumer<String> lines;

    /**
     * @param lines told one line for each credential
     */
    OnlineCheck(Project project, Consumer<String> lines) {
        this.project = project;
        this.lines = lines;
    }

    /** Tries both sides of each workflow whose settings are sound; what is wrong with the others is told without asking anybody. */
    List<Problem> of(List<DeclaredWorkflow> workflows) {
        List<DeclaredWorkflow> sound = new ArrayList<>();
        for (DeclaredWorkflow workflow : workflows) {
            if (WorkflowProblems.of(project, workflow).reason().isEmpty()) {
                sound.add(workflow);
            } else {
                lines.accept(workflow.id() + ": not tried, since its file or its settings have errors");
            }
        }
        if (sound.isEmpty()) {
            return List.of();
        }
        try (CredentialTrial trial = new CredentialTrial(project)) {
            return trial.of(sound).stream()
                    .map(this::problem)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private Optional<Problem> problem(Tried tried) {
        String said = said(tried.answer().outcome());
        String about = tried.workflow().id() + ": " + tried.vendor().title() + " (" + tried.group() + ")";
        if (tried.answer().outcome() == Probe.Outcome.ACCEPTED) {
            lines.accept(about + ": " + said);
            return Optional.empty();
        }
        lines.accept(about + ": " + said + ": " + tried.answer().message());
        return Optional.of(Problem.error(
                position(tried),
                tried.vendor().title() + " of " + tried.workflow().id() + " is " + said + ": "
                        + tried.answer().message()));
    }

    private static String said(Probe.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
            case UNREACHABLE -> "not reachable";
        };
    }

    /** The setting that the answer names, else the first secret of its group. */
    private Position position(Tried tried) {
        List<DeclaredWorkflow.Group> groups = tried.workflow().groups().stream()
                .filter(group ->
                        group.name().equals(tried.group()) || group.name().endsWith("_parameters"))
                .toList();
        Stream<String> named = groups.stream()
                .flatMap(group -> group.parameters().stream()
                        .map(parameter -> tried.workflow().prefix(group) + parameter.name()))
                .filter(tried.answer().message()::contains)
                .sorted(Comparator.comparingInt(String::length).reversed());
        Stream<String> secrets = groups.stream()
                .filter(group -> group.name().equals(tried.group()))
                .flatMap(group -> group.parameters().stream()
                        .filter(Parameter::isSecret)
                        .map(parameter -> tried.workflow().prefix(group) + parameter.name()));
        return Stream.concat(named, secrets)
                .flatMap(key -> project.settings().setting(key).stream())
                .filter(setting -> !setting.value().isEmpty())
                .map(Setting::position)
                .findFirst()
                .orElseGet(() -> project.settings()
                        .nearest(WorkflowSettings.prefix(tried.workflow().id())));
    }
}
