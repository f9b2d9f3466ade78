package org.hrcamel.connector.flatchr;

import java.util.List;
import org.hrcamel.connector.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FlatchrProfileTest {

    @TestFactory
    List<DynamicTest> aCandidateBecomesExactlyThisProfile() {
        return GoldenFiles.tests("flatchr", new FlatchrProfile());
    }
}
