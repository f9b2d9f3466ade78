package org.hrcamel.connector.greenhouse;

import java.util.List;
import org.hrcamel.connector.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GreenhouseProfileTest {

    @TestFactory
    List<DynamicTest> aCandidateBecomesExactlyThisProfile() {
        return GoldenFiles.tests("greenhouse", new GreenhouseProfile());
    }
}
