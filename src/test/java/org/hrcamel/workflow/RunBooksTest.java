package org.hrcamel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.hrcamel.runtime.CapturedLog;
import org.junit.jupiter.api.Test;

class RunBooksTest {

    @Test
    void aRunWhoseBooksDoNotBalanceSaysSo() {
        try (CapturedLog log = new CapturedLog(Level.ERROR)) {
            new SmallWorkflow()
                    .run(SmallWorkflow.READ, SmallWorkflow.MISCOUNT, SmallWorkflow.FORMAT, SmallWorkflow.PUSH);
            assertThat(log.text()).contains("the books do not balance");
        }
    }

    @Test
    void aRunWhoseBooksBalanceSaysNothingOfThem() {
        try (CapturedLog log = new CapturedLog(Level.ERROR)) {
            new SmallWorkflow().run(SmallWorkflow.READ, SmallWorkflow.FORMAT, SmallWorkflow.PUSH);
            assertThat(log.text()).isEmpty();
        }
    }
}
