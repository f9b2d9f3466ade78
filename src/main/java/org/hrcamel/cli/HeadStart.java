package org.hrcamel.cli;

import org.hrcamel.http.Connections;
import org.hrcamel.validate.Project;
import org.hrcamel.validate.StateSettings;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Does beside the main thread what takes Java long the first time, and what is needed a moment later. Nothing relies on it: who needs it
 * sooner waits for it or does it himself, and what fails here fails there again, where somebody is told.
 */
final class HeadStart {

    private HeadStart() {}

    /** Reads how the log is written; to be joined before anything is logged, which would be written otherwise. */
    static Thread ofLog() {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        return of(() -> loggers.getLogger(HeadStart.class.getName()));
    }

    /** Loads the certificates that are trusted. */
    static void ofConnections() {
        of(Connections::prepare);
    }

    /** Loads what the state's database needs. */
    static void ofState(Project project) {
        of(() -> StateSettings.of(project.settings()).options().loadDriver());
    }

    private static Thread of(Runnable work) {
        Thread thread = new Thread(work, "head-start");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
        return thread;
    }
}
