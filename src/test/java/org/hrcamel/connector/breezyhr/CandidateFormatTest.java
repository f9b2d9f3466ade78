package org.hrcamel.connector.breezyhr;

import java.util.List;
import org.hrcamel.connector.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CandidateFormatTest {

    @TestFactory
    List<DynamicTest> aProfileBecomesExactlyThisUpdateForm() {
        return GoldenFiles.tests("breezyhr", new CandidateFormat());
    }
}
