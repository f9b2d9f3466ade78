/** The verbs of the command line, one class each. Logs and messages go to standard error, results to standard output. */
package org.hrcamel.cli;
