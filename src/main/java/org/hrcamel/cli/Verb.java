package org.hrcamel.cli;

import java.util.concurrent.Callable;

/** One verb of the command line; its result is the exit code. */
interface Verb extends Callable<Integer> {

    int SUCCESS = 0;
    int WITH_PROBLEMS = 1;
    int FATAL = 2;
}
