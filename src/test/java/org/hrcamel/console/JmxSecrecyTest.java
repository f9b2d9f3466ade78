package org.hrcamel.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmxSecrecyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] HEADERS = {
        "Content-Type", "application/json", "Authorization", OpenedConsole.basic(RunningConsole.PASSWORD)[1]
    };

    private final RawHttp http = new RawHttp();

    private JsonNode ask(RunningConsole console, JsonNode question) {
        return http.send("POST", console.url() + "/hawtio/jolokia", question.toString(), HEADERS)
                .json();
    }

    private static ObjectNode question(String type, String mbean) {
        return JSON.createObjectNode().put("type", type).put("mbean", mbean);
    }

    @Test
    void neitherCredentialsNorPeopleShowInAnyMBeanOrRouteAfterTheWorkflowsRan(@TempDir Path directory) {
        try (RunningConsole console = new RunningConsole(directory, 5)) {
            console.runAll();
            ArrayNode questions = JSON.createArrayNode();
            for (JsonNode name : ask(console, question("search", "*:*")).path("value")) {
                ObjectNode read = question("read", name.asText());
                read.putObject("config").put("ignoreErrors", "true");
                questions.add(read);
                if (name.asText().contains("type=routes")) {
                    ObjectNode dump = question("exec", name.asText()).put("operation", "dumpRouteAsXml(boolean)");
                    dump.putArray("arguments").add(true);
                    questions.add(dump);
                }
            }

            String shown = ask(console, questions).toString();

            assertThat(shown).contains("jazzhr-push", "<route xmlns=", "ExchangesCompleted");
            List<String> credentials = credentials(console.folder());
            assertThat(credentials).hasSizeGreaterThan(6);
            assertThat(shown).doesNotContain(credentials).doesNotContain("@example.", "+1555");
        }
    }

    private static List<String> credentials(LiveFolder folder) {
        return folder.project().settings().all().stream()
                .filter(setting -> setting.key()
                        .matches(".*(_auth\\.(api_key|api_secret|client_secret|x_smart_token|password|auth|email)|"
                                + "console\\.password)"))
                .map(setting -> setting.value())
                .distinct()
                .toList();
    }
}
