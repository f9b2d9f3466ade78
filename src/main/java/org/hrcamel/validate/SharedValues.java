package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.connector.VendorApi;
import org.hrcamel.workflow.Problem;

/** The values that all workflows share, {@code connector.*} and {@code hrcamel.*}, have the right form. */
final class SharedValues implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        project.connectors().all().forEach(connector -> VendorApi.of(connector, project.settings(), null, report));
        RuntimeSettings.problems(project.settings()).forEach(report);
    }
}
