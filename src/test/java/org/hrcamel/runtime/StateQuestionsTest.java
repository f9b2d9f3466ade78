package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrcamel.state.StateFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StateQuestionsTest {

    private final StateQuestions questions = new StateQuestions(Duration.ofMillis(100));

    @Test
    @Timeout(60)
    void aDatabaseThatHangsIsWaitedForOnceAndAskedAgainWhenItAnswers() throws StateFailed {
        CountDownLatch answering = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> questions.ask(() -> {
                        asked.incrementAndGet();
                        awaited(answering);
                        return "late";
                    }))
                    .isInstanceOf(StateFailed.class)
                    .hasMessageContaining("does not answer");
        }
        assertThat(asked).hasValue(1);

        answering.countDown();

        await().ignoreException(StateFailed.class)
                .untilAsserted(() -> assertThat(questions.ask(() -> "answered")).isEqualTo("answered"));
    }

    @Test
    void aFailureIsToldAsItIs() {
        assertThatThrownBy(() -> questions.ask(() -> {
                    throw new StateFailed("The disk is full");
                }))
                .isInstanceOf(StateFailed.class)
                .hasMessage("The disk is full");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
