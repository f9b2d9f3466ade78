package org.hrcamel.connector.jazzhr;

import java.util.List;
import org.hrcamel.connector.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JazzhrProfileTest {

    @TestFactory
    List<DynamicTest> anApplicantBecomesExactlyThisProfile() {
        return GoldenFiles.tests("jazzhr", new JazzhrProfile());
    }
}
