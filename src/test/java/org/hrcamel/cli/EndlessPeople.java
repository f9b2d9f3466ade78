package org.hrcamel.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.hrcamel.runtime.LiveFolder;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.Sandbox;
import org.hrcamel.sandbox.SandboxServer;
import org.hrcamel.sandbox.SimulatedVendor;

/**
 * SmartRecruiters with any number of candidates and HrFlow with a profile of each, both made up with every answer, so that they need no
 * memory. The first candidates have large résumés that HrFlow lacks.
 */
final class EndlessPeople {

    private static final int PAGE = 100;
    private static final byte[] RESUME = resume();

    private final int people;
    private final int resumes;
    private final LongAdder written = new LongAdder();
    private final LongAdder uploaded = new LongAdder();

    EndlessPeople(int people, int resumes) {
        this.people = people;
        this.resumes = resumes;
    }

    private static byte[] resume() {
        byte[] file = new byte[10 * 1024 * 1024];
        Arrays.fill(file, (byte) 'x');
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        return file;
    }

    /** What points a runtime at these two vendors on a server. */
    static Map<String, String> settings(String root) {
        String workflow = "workflow." + LiveFolder.SMARTRECRUITERS + ".";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connector.smartrecruiters.base-url", root + "/smartrecruiters");
        settings.put("connector.hrflow.base-url", root + "/hrflow");
        for (String vendor : List.of("smartrecruiters", "hrflow")) {
            settings.put("connector." + vendor + ".rate-limit", "none");
            settings.put("connector." + vendor + ".max-concurrent", "none");
        }
        settings.put(workflow + "workflow_id", "endless");
        settings.put(workflow + "connector_auth.x_smart_token", "token");
        settings.put(workflow + "hrflow_auth.api_secret", "secret");
        settings.put(workflow + "hrflow_auth.api_user", "user@example.com");
        settings.put(workflow + "push_parameters.source_key", Sandbox.sourceKey("smartrecruiters"));
        settings.put(workflow + "parallelism", "8");
        return settings;
    }

    SandboxServer server() {
        return new SandboxServer(
                        0,
                        Duration.ZERO,
                        List.of(vendor("smartrecruiters", this::origin), vendor("hrflow", this::target)))
                .start();
    }

    private static SimulatedVendor vendor(String name, Function<Request, Reply> answers) {
        return new SimulatedVendor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reply answer(Request request) {
                return answers.apply(request);
            }

            @Override
            public Map<String, String> settings(String root) {
                return EndlessPeople.settings(root);
            }
        };
    }

    private Reply origin(Request request) {
        List<String> path = request.path();
        if (path.size() == 1) {
            return page(request.query("pageId").map(Integer::parseInt).orElse(0));
        }
        if (path.get(1).equals("attachments")) {
            return Reply.of(200, "application/pdf", RESUME);
        }
        if (path.size() == 2) {
            return Reply.json(200, candidate(Integer.parseInt(path.get(1))));
        }
        return Reply.json(200, "{\"content\":[{\"id\":\"a\",\"type\":\"RESUME\",\"name\":\"resume.pdf\"}]}");
    }

    private Reply page(int first) {
        StringBuilder content = new StringBuilder("{\"content\":[");
        int end = Math.min(people, first + PAGE);
        for (int number = first; number < end; number++) {
            content.append(number == first ? "" : ",").append(candidate(number));
        }
        content.append(']');
        if (end < people) {
            content.append(",\"nextPageId\":\"").append(end).append('"');
        }
        return Reply.json(200, content.append('}').toString());
    }

    private static String candidate(int number) {
        return """
                {"id":"%d","firstName":"Ada","lastName":"Number %d","email":"ada.%d@example.com",
                 "createdOn":"2025-01-01T00:00:00.000Z","updatedOn":"2025-01-02T00:00:00.000Z",
                 "location":{"city":"Paris","country":"France"},"tags":["one","two"]}""".formatted(number, number, number);
    }

    private Reply target(Request request) {
        String path = request.rawPath();
        if (path.startsWith("/source")) {
            return Reply.json(200, "{\"code\":200,\"message\":\"ok\",\"data\":{\"key\":\"s\"}}");
        }
        if (path.startsWith("/profile/parsing")) {
            uploaded.increment();
            return profile(201, "0");
        }
        if (request.method().equals("PUT")) {
            written.increment();
        }
        return profile(200, request.query("reference").orElse("0"));
    }

    private Reply profile(int code, String reference) {
        boolean held = code == 201 || Integer.parseInt(reference) >= resumes;
        String attachments = held ? "[{\"type\":\"resume\"}]" : "[]";
        String profile = """
                {"key":"%s","reference":"%s","info":{"first_name":"Old"},"attachments":%s,"tags":[],"labels":[],
                 "educations":[],"experiences":[],"skills":[],"languages":[],"metadatas":[]}""".formatted("k" + reference, reference, attachments);
        String data = code == 201 ? "{\"profile\":" + profile + "}" : profile;
        return Reply.json(code, "{\"code\":" + code + ",\"message\":\"ok\",\"data\":" + data + "}");
    }

    long written() {
        return written.sum();
    }

    long uploaded() {
        return uploaded.sum();
    }
}
