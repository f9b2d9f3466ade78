package org.hrcamel.connector.smartrecruiters;

import java.util.List;
import org.hrcamel.connector.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SmartrecruitersProfileTest {

    @TestFactory
    List<DynamicTest> aCandidateBecomesExactlyThisProfile() {
        return GoldenFiles.tests("smartrecruiters", new SmartrecruitersProfile());
    }
}
