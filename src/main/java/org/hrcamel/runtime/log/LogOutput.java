package org.hrcamel.runtime.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.hrcamel.validate.LogSettings;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.SecretTexts;

/**
 * What the settings say of the log. They are read long after the first line was written, so {@link RunLines} asks here for each line.
 * The log is the process's one, and so is this.
 */
public final class LogOutput {

    /** A run under way goes on with the settings it began with, whatever was saved since. */
    private static final int REMEMBERED = 10;

    private static final Deque<Set<String>> SECRETS = new ArrayDeque<>();
    private static volatile SecretMask mask = SecretMask.NONE;
    private static volatile boolean json;

    private LogOutput() {}

    /** Writes the log as the project's settings say, without their secrets. */
    public static void use(Project project) {
        json = LogSettings.of(project.settings()).isJson();
        mask(project);
    }

    /** Leaves out the secrets of these settings, too; those of settings before are left out for long after. */
    public static void mask(Project project) {
        mask(SecretTexts.of(project));
    }

    static synchronized void mask(Set<String> secrets) {
        SECRETS.remove(secrets);
        SECRETS.addFirst(secrets);
        if (SECRETS.size() > REMEMBERED) {
            SECRETS.removeLast();
        }
        mask = new SecretMask(SECRETS.stream().flatMap(Set::stream).toList());
    }

    static boolean isJson() {
        return json;
    }

    static SecretMask mask() {
        return mask;
    }
}
