package org.hrcamel.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hrcamel.state.StateFailed;
import org.jspecify.annotations.Nullable;

/**
 * Puts an operator's questions to the state, and waits for none of them long: a database that hangs must not take the console with it,
 * whose pages ask again and again. Runs ask the state directly. Thread safe.
 */
final class StateQuestions {

    /** Something to be found out from the state, or changed in it. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StateFailed;
    }

    private final Duration longest;
    /** They end when there is nothing to ask. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread daemon = new Thread(task, "state-questions");
        daemon.setDaemon(true);
        return daemon;
    });
    /** Given up, but perhaps still under way. */
    private final Set<Future<?>> overdue = ConcurrentHashMap.newKeySet();

    /**
     * @param longest how long an answer is waited for
     */
    StateQuestions(Duration longest) {
        this.longest = longest;
    }

    /**
     * @throws StateFailed also when no answer comes in time; a change may still be made then
     */
    <T> T ask(Question<T> question) throws StateFailed {
        overdue.removeIf(Future::isDone);
        if (!overdue.isEmpty()) {
            // A page asks a dozen questions, and each would be waited for in turn.
            throw hangs();
        }
        Future<T> answer = threads.submit(question::ask);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            overdue.add(answer);
            throw hangs();
        } catch (ExecutionException failure) {
            throw told(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StateFailed("the program is ending");
        }
    }

    private static StateFailed hangs() {
        return new StateFailed("the state's database does not answer: check hrcamel.state.url and what it names");
    }

    private static StateFailed told(@Nullable Throwable cause) {
        if (cause instanceof StateFailed failed) {
            return failed;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        throw new IllegalStateException(cause);
    }
}
