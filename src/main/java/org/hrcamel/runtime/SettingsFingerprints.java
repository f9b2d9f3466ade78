package org.hrcamel.runtime;

import java.util.Optional;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.OperatorFunctions;
import org.hrcamel.validate.ParsedWorkflow;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.WorkflowProblems;
import org.hrcamel.workflow.Fingerprint;

/**
 * What of a workflow's settings its state depends on.
 *
 * @param shape of everything that decides what the target gets of an item
 * @param listing of everything that decides whom the origin shows, and of the shape: in another one everybody must be listed again
 */
public record SettingsFingerprints(String shape, String listing) {

    /** Of a workflow that need not be deployed; empty when its settings are not sound. */
    public static Optional<SettingsFingerprints> of(Project project, DeclaredWorkflow declared) {
        if (WorkflowProblems.of(project, declared).reason().isPresent()) {
            return Optional.empty();
        }
        ParsedWorkflow parsed = ParsedWorkflow.parse(
                declared,
                project.settings(),
                OperatorFunctions.of(project.settings()).withoutBeans(),
                url -> result -> {});
        return Optional.of(of(
                declared,
                parsed,
                VendorApi.of(declared.origin(), project.settings(), null, problem -> {}),
                VendorApi.of(declared.target(), project.settings(), null, problem -> {})));
    }

    static SettingsFingerprints of(
            DeclaredWorkflow declared, ParsedWorkflow parsed, VendorApi origin, VendorApi target) {
        String shape = shape(declared, parsed, target);
        return new SettingsFingerprints(shape, listing(declared, parsed, origin, shape));
    }

    private static String shape(DeclaredWorkflow declared, ParsedWorkflow parsed, VendorApi target) {
        return new Fingerprint()
                .with(
                        "origin",
                        declared.origin().name() + " " + declared.origin().mappingVersion())
                .with(
                        "target",
                        declared.target().name() + " " + declared.target().mappingVersion())
                .with("base-url", target.base().orElse(null))
                .with("push_parameters", parsed.group("push_parameters").texts())
                .with("functions", parsed.functions())
                .text();
    }

    private static String listing(DeclaredWorkflow declared, ParsedWorkflow parsed, VendorApi origin, String shape) {
        return new Fingerprint()
                .with("shape", shape)
                .with("base-url", origin.base().orElse(null))
                // Of another account nothing was listed yet, and often the key alone tells which it is.
                .with("account", parsed.group(declared.origin().authGroup()).texts())
                .with("pull_parameters", parsed.group("pull_parameters").texts())
                .with("settings", origin.further())
                .text();
    }
}
