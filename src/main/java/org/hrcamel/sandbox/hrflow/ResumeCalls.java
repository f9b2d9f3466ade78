package org.hrcamel.sandbox.hrflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;

/** Parsing an uploaded résumé at once or from a queue, and serving the stored file (HrFlow contract, section 4). Thread safe. */
final class ResumeCalls {

    static final String FILES = "/documents/";

    private record Stored(String type, byte[] content) {}

    private static final List<String> CREDENTIALS = List.of("x-api-key", "x-user-email", "authorization", "cookie");

    private final Sources sources;
    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    volatile boolean sync = true;
    volatile int parsedAtRead = 2;

    ResumeCalls(Sources sources) {
        this.sources = sources;
    }

    Reply parse(Request request) {
        if (request.rawQuery() != null) {
            request.violation("an upload with a query");
        }
        try {
            ResumeUpload upload = ResumeUpload.of(request);
            return sources.in(upload.sourceKey(), source -> parse(request, upload, source));
        } catch (ResumeUpload.Refused refused) {
            return Envelope.failure(400, refused.getMessage());
        }
    }

    private Reply parse(Request request, ResumeUpload upload, Source source) {
        Optional<Source.Entry> known = upload.key() != null
                ? source.withKey(upload.key())
                : Optional.ofNullable(upload.reference()).flatMap(source::withReference);
        if (upload.key() != null && known.isEmpty()) {
            return Envelope.failure(400, Envelope.NO_PROFILE);
        }
        if (upload.key() == null && known.isPresent()) {
            request.violation("an upload for an existing reference without its key");
            return Envelope.failure(
                    400, "Cannot create profile with this reference: " + upload.reference() + ". Already used!");
        }
        Source.Entry entry = known.orElseGet(
                () -> source.add(JsonNodeFactory.instance.objectNode().put("reference", upload.reference())));
        if (known.isPresent()
                && upload.reference() != null
                && !upload.reference().equals(entry.profile.path("reference").textValue())) {
            request.violation("an upload with the key of one profile and the reference of another");
            return Envelope.failure(400, Envelope.NO_PROFILE);
        }
        String hash = Keys.of(upload.file().content());
        if (hash.equals(entry.lastUpload)) {
            request.violation("the same file again for one profile");
        }
        entry.lastUpload = hash;
        Runnable parsing = () -> parsed(upload, source, entry);
        if (sync) {
            parsing.run();
            entry.parsing = null;
            entry.hidden = false;
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.set("profile", Attachments.resolved(entry.profile, request.foreignRoot()));
            data.putObject("parsing");
            return Envelope.data(
                    201, "Profile parsed successfully. Profile extraction finished in 3.08 seconds.", data);
        }
        entry.hidden = entry.hidden || known.isEmpty();
        entry.parsing = parsing;
        entry.readsUntilParsed = parsedAtRead;
        return Envelope.data(
                202,
                "Your profile as been sent successfully to the Parsing Queue.",
                JsonNodeFactory.instance.arrayNode());
    }

    private void parsed(ResumeUpload upload, Source source, Source.Entry entry) {
        String name = upload.file().fileName();
        String path =
                FILES + Keys.of(source.key + entry.profile.get("key").asText()) + name.substring(name.lastIndexOf('.'));
        String type = upload.file().contentType().isEmpty()
                ? "application/octet-stream"
                : upload.file().contentType();
        files.put(path, new Stored(type, upload.file().content()));
        ObjectNode profile = entry.profile.deepCopy();
        upload.parsedInto(profile, source.now(), "/hrflow" + path);
        entry.profile = profile;
    }

    /** A plain URL of a storage host: it wants no credentials, and refuses them. */
    Reply file(Request request) {
        Stored stored = files.get(request.rawPath());
        if (CREDENTIALS.stream().anyMatch(name -> request.header(name).isPresent())) {
            request.violation("credentials sent to a foreign host");
            return Reply.text(400, "application/xml", "<Error><Code>InvalidArgument</Code></Error>");
        }
        return stored == null || !request.method().equals("GET")
                ? Reply.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>")
                : Reply.of(200, stored.type, stored.content);
    }
}
