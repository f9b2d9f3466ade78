package org.hrcamel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrcamel.validate.DeclaredWorkflow;
import org.hrcamel.validate.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code docs}: writes {@code docs/workflows/} anew from the connectors' declarations. For those who develop connectors. */
@Command(name = "docs", description = "Writes the pages of the workflows.", hidden = true)
final class DocsVerb implements Verb {

    @Parameters(defaultValue = "docs/workflows", paramLabel = "DIR")
    private Path folder;

    @ParentCommand
    private HrCamel program;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Project project = program.options().project();
        for (DeclaredWorkflow workflow : project.workflows()) {
            Files.writeString(folder.resolve(workflow.id() + ".md"), WorkflowPage.of(workflow));
        }
        return SUCCESS;
    }
}
