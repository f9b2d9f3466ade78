package org.hrcamel.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hrcamel.workflow.JsonFunctions;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Settings;

/** The operator's own functions: programs in the settings, classes in the jars of {@code lib-ext/}. */
public final class OperatorFunctions {

    private final Settings settings;
    private final ClassLoader classes;

    private OperatorFunctions(Settings settings, ClassLoader classes) {
        this.settings = settings;
        this.classes = classes;
    }

    public static OperatorFunctions of(Settings settings) {
        Parameters parameters = Parameters.parse(settings, RuntimeSettings.PREFIX, RuntimeSettings.ALL, problem -> {});
        return new OperatorFunctions(
                settings, classes(settings.resolvePath(parameters.get(RuntimeSettings.LIBRARIES))));
    }

    private static ClassLoader classes(Path folder) {
        ClassLoader own = OperatorFunctions.class.getClassLoader();
        if (!Files.isDirectory(folder)) {
            return own;
        }
        try (var files = Files.list(folder)) {
            URL[] jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(OperatorFunctions::url)
                    .toArray(URL[]::new);
            return jars.length == 0 ? own : new URLClassLoader(jars, own);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot list " + folder, failure);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For a running registry. */
    public JsonFunctions with(Function<String, Object> beans) {
        return new JsonFunctions(settings, classes, beans);
    }

    /** For checking only: any bean may be there when the runtime runs. */
    public JsonFunctions withoutBeans() {
        return new JsonFunctions(settings, classes, name -> new AnyBean());
    }

    /** Stands for a bean of any type. */
    private static final class AnyBean implements UnaryOperator<JsonNode>, Consumer<Object> {
        @Override
        public JsonNode apply(JsonNode node) {
            return node;
        }

        @Override
        public void accept(Object value) {
            // Only its types matter.
        }
    }
}
