package org.hrcamel.sandbox.smartrecruiters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrcamel.sandbox.Person;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedFiles;
import org.jspecify.annotations.Nullable;

/** Files of candidates, listed and downloaded (SmartRecruiters contract, section 4). Thread safe. */
final class CandidateFiles {

    /** Number of the file within its candidate, which its id ends with. */
    private static final int RESUME = 0;

    private static final int OTHER = 1;

    private final Candidates candidates;
    volatile boolean onJobs;
    volatile boolean redirects;

    CandidateFiles(Candidates candidates) {
        this.candidates = candidates;
    }

    /** @param job null for the list of the candidate itself */
    Reply list(Request request, Candidate candidate, @Nullable String job) {
        List<String> jobs = candidate.assignments().stream()
                .map(assignment -> assignment.at("/job/id").asText())
                .toList();
        if (job != null && !jobs.contains(job)) {
            return Problem.notFound("Application");
        }
        Person person = candidate.person();
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        if (person != null) {
            // With several applications the résumé came with the last of them.
            boolean here = job == null ? !onJobs : job.equals(jobs.get(jobs.size() - 1)) || !onJobs;
            String self = request.base() + "/candidates/" + candidate.id() + "/attachments/";
            files(person).stream().filter(file -> !file.resume || here).forEach(file -> content.add(file.json(self)));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("totalFound", content.size());
        body.set("content", content);
        return Reply.json(200, body);
    }

    /** @param candidate null where the path names the file alone */
    Reply download(Request request, @Nullable Candidate candidate, String id) {
        if (!id.matches("5b1a0d6ce4b0d1f[0-9a-f]{9}")) {
            return Problem.notFound("Attachment");
        }
        int index = Integer.parseInt(id.substring(15, 23), 16);
        Optional<Person> person = Optional.ofNullable(candidate)
                .map(Candidate::person)
                .or(() -> candidate == null ? owner(index) : Optional.empty());
        Optional<File> file = person.stream()
                .flatMap(owner -> files(owner).stream())
                .filter(each -> each.id.equals(id))
                .findFirst();
        if (file.isEmpty()) {
            return Problem.notFound("Attachment");
        }
        if (!file.get().resume) {
            return Reply.text(200, "image/png", "\u0089PNG");
        }
        if (redirects) {
            return Reply.empty(302).with("Location", request.foreignRoot() + SimulatedFiles.path(person.get()));
        }
        return Reply.of(200, "application/pdf", SimulatedFiles.resume(index))
                .with("Content-Disposition", "attachment; filename=\"cv.pdf\"");
    }

    private Optional<Person> owner(int index) {
        return candidates.find(PersonRecord.id(Population.person(index))).map(Candidate::person);
    }

    private record File(
            String id,
            boolean resume,
            @Nullable String name,
            @Nullable String type,
            String contentType) {

        ObjectNode json(String self) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id);
            if (type != null) {
                json.put("type", type);
            }
            if (name != null) {
                json.put("name", name).put("contentType", contentType);
                ObjectNode actions = json.putObject("actions");
                actions.set("download", Candidate.action(self + id));
                actions.set("remove", Candidate.action(self + id).put("method", "DELETE"));
            }
            return json;
        }
    }

    /** Types differ in case, may be missing or general; only the id is required. */
    private static List<File> files(Person person) {
        int index = person.index();
        List<File> files = new ArrayList<>();
        if (index == 1 || index == 5) {
            files.add(new File(id(index, OTHER), false, "me.png", "AVATAR", "image/png"));
        }
        if (person.hasResume()) {
            String name = ascii(person.lastName()) + "_CV.pdf";
            String type = switch (index) {
                case 3 -> "resume";
                case 4 -> "GENERIC_FILE";
                case 6 -> null;
                default -> "RESUME";
            };
            files.add(new File(id(index, RESUME), true, index == 9 ? null : name, type, "application/pdf"));
        }
        return files;
    }

    private static String id(int index, int number) {
        return "5b1a0d6ce4b0d1f%08x%d".formatted(index, number);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^A-Za-z]", "_");
    }
}
