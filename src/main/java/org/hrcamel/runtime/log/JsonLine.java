package org.hrcamel.runtime.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.RunSummary;
import org.jspecify.annotations.Nullable;

/** One line of the log as a JSON object. Each value is masked by itself, so that no secret can spoil the JSON. */
final class JsonLine {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final SecretMask mask;

    private JsonLine(SecretMask mask) {
        this.mask = mask;
    }

    static String of(LogEvent event, SecretMask mask) {
        return Json.text(new JsonLine(mask).json(event));
    }

    private ObjectNode json(LogEvent event) {
        Message message = event.getMessage();
        ReadOnlyStringMap context = event.getContextData();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", TIME.format(Instant.ofEpochMilli(event.getTimeMillis())))
                .put("level", event.getLevel().name())
                .put("logger", event.getLoggerName())
                .put("thread", masked(event.getThreadName()));
        if (context.containsKey("run")) {
            json.put("workflow", context.<String>getValue("workflow")).put("run_id", context.<String>getValue("run"));
        }
        json.put("message", masked(message.getFormattedMessage()));
        putResult(json, message.getParameters());
        if (event.getThrown() != null) {
            putException(json.putObject("exception"), event.getThrown());
        }
        return json;
    }

    private void putResult(ObjectNode json, Object @Nullable [] parameters) {
        if (parameters != null && parameters.length > 0 && parameters[0] instanceof RunSummary summary) {
            json.set("result", masked(summary.result().withoutChanges()));
        }
    }

    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : mask.of(text);
    }

    private JsonNode masked(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(mask.of(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(masked(field.getValue())));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i)));
            }
        }
        return node;
    }

    private void putException(ObjectNode json, Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        json.put("class", thrown.getClass().getName())
                .put("message", masked(thrown.getMessage()))
                .put("stack", mask.of(stack.toString()));
    }
}
