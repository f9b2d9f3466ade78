/** Benchmarks: the program and the simulated vendors, each in a process of its own. {@code bench/run} starts them; no build does. */
package org.hrcamel.bench;
