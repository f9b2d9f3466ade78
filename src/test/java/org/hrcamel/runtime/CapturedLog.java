package org.hrcamel.runtime;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything the product logs while this is open, down to a level (DEBUG unless told otherwise) and with stack traces. */
public final class CapturedLog implements AutoCloseable {

    private static final String PRODUCT = "org.hrcamel";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<LogEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level before = LogManager.getLogger(PRODUCT).getLevel();
    private final AbstractAppender appender =
            new AbstractAppender(
                    "captured",
                    null,
                    PatternLayout.newBuilder().withPattern("%p %c %m%n%xEx").build(),
                    true,
                    Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    events.add(event.toImmutable());
                    String line = getLayout().toSerializable(event).toString();
                    lines.add(line);
                    printed.accept(line);
                }
            };

    private final Consumer<String> printed;

    public CapturedLog() {
        this(Level.DEBUG);
    }

    public CapturedLog(Level level) {
        this(level, line -> {});
    }

    /**
     * @param printed told each line by the thread that logs it, which goes on afterwards
     */
    CapturedLog(Level level, Consumer<String> printed) {
        this.printed = printed;
        appender.start();
        root.addAppender(appender);
        Configurator.setLevel(PRODUCT, level);
    }

    /** The lines with all that stands on them, oldest first. */
    public List<LogEvent> events() {
        return List.copyOf(events);
    }

    public String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        Configurator.setLevel(PRODUCT, before);
        root.removeAppender(appender);
        appender.stop();
    }
}
