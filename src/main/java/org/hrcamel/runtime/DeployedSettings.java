package org.hrcamel.runtime;

import java.util.Map;
import org.apache.camel.spi.PropertiesSource;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.PublicSettings;
import org.jspecify.annotations.Nullable;

/** What routes find for their <code>{{placeholders}}</code>: the settings as they were last read. Thread safe. */
final class DeployedSettings implements PropertiesSource {

    private volatile Map<String, String> settings = Map.of();

    void use(Project project) {
        settings = PublicSettings.of(project);
    }

    @Override
    public String getName() {
        return "hrcamel-settings";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return settings.get(name);
    }
}
