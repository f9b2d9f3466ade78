package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hrcamel.http.Sha256;

/**
 * Makes functions of what operators write: {@code jq:<program>}, {@code jq:file:<path>}, {@code bean:<registry name>},
 * {@code class:<name>}. A function that returns null gives nothing.
 */
public final class JsonFunctions {

    /** What stands before a program in jq. */
    public static final String PROGRAM = "jq:";

    /** What stands before the path of a file that holds one. */
    public static final String PROGRAM_FILE = PROGRAM + "file:";

    private final Settings settings;
    private final ClassLoader classes;
    private final Function<String, Object> beans;

    /**
     * @param settings where relative paths start
     * @param classes the operator's own classes
     * @param beans the registry; gives null for an unknown name
     */
    public JsonFunctions(Settings settings, ClassLoader classes, Function<String, Object> beans) {
        this.settings = settings;
        this.classes = classes;
        this.beans = beans;
    }

    /**
     * A function from JSON to JSON.
     *
     * @throws IllegalArgumentException with the end of a sentence, such as "names a file that cannot be read"
     */
    @SuppressWarnings("unchecked")
    public UnaryOperator<JsonNode> operator(String text) {
        if (text.startsWith(PROGRAM_FILE)) {
            String path = text.substring(PROGRAM_FILE.length());
            String program = file(path);
            try {
                return new JqFunction(program);
            } catch (MalformedProgram malformed) {
                throw malformed.in(settings.resolvePath(path.strip()));
            }
        }
        if (text.startsWith(PROGRAM)) {
            return new JqFunction(text.substring(PROGRAM.length()));
        }
        return (UnaryOperator<JsonNode>)
                instance(text, UnaryOperator.class, "java.util.function.UnaryOperator<JsonNode>");
    }

    /**
     * Something that is told a run result.
     *
     * @param text {@code bean:<name>} or {@code class:<name>}
     * @throws IllegalArgumentException with the end of a sentence
     */
    @SuppressWarnings("unchecked")
    public Consumer<ObjectNode> consumer(String text) {
        return (Consumer<ObjectNode>) instance(text, Consumer.class, "java.util.function.Consumer<ObjectNode>");
    }

    /**
     * A text that differs when a function does: a program's own text, a class's name with the jars it may come from.
     *
     * @param text as for {@link #operator}, which has accepted it
     */
    public String identity(String text) {
        if (text.startsWith(PROGRAM_FILE)) {
            return PROGRAM + file(text.substring(PROGRAM_FILE.length()));
        }
        return text.startsWith("class:") ? text + " " + libraries() : text;
    }

    private String libraries() {
        MessageDigest digest = Sha256.digest();
        if (classes instanceof URLClassLoader jars) {
            for (URL jar : jars.getURLs()) {
                try (InputStream bytes = new DigestInputStream(jar.openStream(), digest)) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                } catch (IOException failure) {
                    throw new UncheckedIOException("Cannot read " + jar, failure);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * @param signature how to name the type in a message
     */
    private Object instance(String text, Class<?> type, String signature) {
        Object instance;
        if (text.startsWith("class:")) {
            instance = create(text.substring("class:".length()).strip());
        } else if (text.startsWith("bean:")) {
            instance = beans.apply(text.substring("bean:".length()).strip());
            if (instance == null) {
                throw new IllegalArgumentException("names a bean that the registry does not hold");
            }
        } else {
            throw new IllegalArgumentException("begins with none of jq:, jq:file:, bean:, class:");
        }
        if (!type.isInstance(instance)) {
            throw new IllegalArgumentException("names something that is no " + signature);
        }
        return instance;
    }

    private Object create(String name) {
        try {
            return classes.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("names a class that is not in lib-ext/");
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw new IllegalArgumentException("names a class that cannot be made ("
                    + failure.getClass().getSimpleName() + "): it needs a public constructor without parameters");
        }
    }

    private String file(String path) {
        try {
            return Files.readString(settings.resolvePath(path.strip()));
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "names a file that cannot be read: " + settings.resolvePath(path.strip()));
        }
    }
}
