package org.hrcamel.sandbox.breezyhr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hrcamel.sandbox.Multipart;
import org.hrcamel.sandbox.Population;
import org.hrcamel.sandbox.Reply;
import org.hrcamel.sandbox.Request;
import org.hrcamel.sandbox.SimulatedFiles;

/** Upload and download of a candidate's résumé (Breezy HR contract, section 4). An upload replaces the former file. Thread safe. */
final class ResumeEndpoint {

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final BreezyRecords records;
    private volatile String field = "file";
    private volatile boolean redirects;

    ResumeEndpoint(BreezyRecords records) {
        this.records = records;
    }

    void field(String name) {
        field = name;
    }

    void redirects(boolean redirects) {
        this.redirects = redirects;
    }

    Reply upload(Request request, BreezyCandidate candidate) {
        List<Multipart.Part> parts = Multipart.of(request).map(Multipart::parts).orElse(List.of());
        Multipart.Part file = parts.stream()
                .filter(part -> part.name().equals(field) && part.isFile())
                .findFirst()
                .orElse(null);
        if (file == null) {
            if (parts.stream().noneMatch(part -> part.name().equals("file"))) {
                request.violation("no multipart field named file");
            }
            return BreezyError.typed(400, "uploadResumeError", "no file was uploaded.");
        }
        if (file.content().length == 0) {
            return BreezyError.invalid(request, "uploadResumeError", "the file is empty.");
        }
        note(request, file, candidate);
        records.update(
                candidate.id(),
                stored -> new BreezyCandidate(
                        stored.position(),
                        stored.detail(),
                        new ResumeFile(file.fileName(), file.contentType(), -1, file.content())));
        return Reply.empty(204);
    }

    private static void note(Request request, Multipart.Part file, BreezyCandidate candidate) {
        if (candidate.resume() != null && candidate.resume().hasContent(file.content())) {
            request.violation("an identical resume is already there");
        }
        boolean pdf = file.content().length >= 4 && Arrays.equals(Arrays.copyOf(file.content(), 4), PDF);
        if (file.contentType().isEmpty() || file.contentType().startsWith("application/pdf") != pdf) {
            request.violation("the part's content type is not the file's");
        }
        if (file.fileName().isBlank()) {
            request.violation("a file without a name");
        }
    }

    Reply download(Request request, BreezyCandidate candidate) {
        ResumeFile resume = candidate.resume();
        if (resume == null) {
            return BreezyError.typed(404, "resumeNotFound", "the candidate has no resume.");
        }
        if (redirects && resume.person() >= 0) {
            String path = SimulatedFiles.path(Population.person(resume.person()));
            return Reply.empty(302).with("Location", request.foreignRoot() + path);
        }
        return Reply.of(200, resume.contentType(), resume.content());
    }
}
