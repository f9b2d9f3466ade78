package org.hrcamel.validate;

import java.util.function.Consumer;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Setting;

/** Secrets stand in the environment, not in a file that is copied, sent and put under version control. */
final class PlainSecrets implements Rule {

    @Override
    public void check(Project project, Consumer<Problem> report) {
        SecretSettings.of(project).each(project.settings(), setting -> {
            if (isPlain(setting.value())) {
                report.accept(problem(setting));
            }
        });
    }

    private static boolean isPlain(String value) {
        // What a setting refers to is a secret too, and told by itself.
        return !value.isEmpty() && !value.contains("{{") && SecretSettings.mayBeSecret(value);
    }

    private static Problem problem(Setting setting) {
        return Problem.warning(
                setting.valuePosition(),
                setting.key() + " holds a secret as plain text; write {{env:NAME}} and set that environment variable");
    }
}
