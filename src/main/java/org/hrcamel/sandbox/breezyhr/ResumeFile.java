package org.hrcamel.sandbox.breezyhr;

import java.util.Arrays;
import org.hrcamel.sandbox.SimulatedFiles;

/**
 * A candidate's résumé; the files that people came with are made when they are read, so that a large population stays small.
 *
 * @param person index of the person whose file {@link SimulatedFiles} holds too, -1 for other content
 * @param uploaded the content where {@code person} is -1
 */
record ResumeFile(String fileName, String contentType, int person, byte[] uploaded) {

    byte[] content() {
        return person >= 0 ? SimulatedFiles.resume(person) : uploaded;
    }

    boolean hasContent(byte[] other) {
        return Arrays.equals(content(), other);
    }
}
