package org.hrcamel.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.hrcamel.console.Asset;

/** Chart.js, in whatever version the build chose: a WebJar has it in its paths. */
final class ChartLibrary {

    private static final String BUILD = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.js";

    private ChartLibrary() {}

    static Asset script() {
        return Asset.of(ChartLibrary.class, SCRIPT.formatted(version()));
    }

    private static String version() {
        try (InputStream file = ChartLibrary.class.getResourceAsStream(BUILD)) {
            if (file == null) {
                throw new IllegalStateException(BUILD + " is missing in the program");
            }
            Properties build = new Properties();
            build.load(file);
            return build.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
