package org.hrcamel.runtime.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** How each line of the log is written: as text by a pattern, or as JSON, whatever {@link LogOutput} says, and without any secret. */
@Plugin(name = "RunLines", category = Node.CATEGORY, elementType = "layout")
public final class RunLines extends AbstractStringLayout {

    private final PatternLayout text;

    private RunLines(Configuration configuration, PatternLayout text) {
        super(configuration, text.getCharset(), null, null);
        this.text = text;
    }

    /**
     * @param pattern of a line as text
     */
    @PluginFactory
    public static RunLines withPattern(
            @PluginConfiguration Configuration configuration, @PluginAttribute("pattern") String pattern) {
        return new RunLines(
                configuration,
                PatternLayout.newBuilder()
                        .withConfiguration(configuration)
                        .withPattern(pattern)
                        .build());
    }

    @Override
    public String toSerializable(LogEvent event) {
        SecretMask mask = LogOutput.mask();
        return LogOutput.isJson() ? JsonLine.of(event, mask) + '\n' : mask.of(text.toSerializable(event));
    }

    @Override
    public byte[] toByteArray(LogEvent event) {
        // JSON is UTF-8 wherever it is written.
        Charset charset = LogOutput.isJson() ? StandardCharsets.UTF_8 : getCharset();
        return toSerializable(event).getBytes(charset);
    }
}
