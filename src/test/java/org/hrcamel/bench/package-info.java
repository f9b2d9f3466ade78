/**
 * Benchmarks: the program and the simulated vendors, each in a process of its own. {@code bench/run} starts them; no build does.
 *
 * <p>{@link org.hrcamel.bench.Bench} lists all tables. Each is a {@code Section} that fills a {@code Table}. Most have a {@code Stage}: the
 * vendors of a {@code Scenario} in a {@code Simulator} process, and the settings that point a program at them. There are two kinds of
 * program: {@code Program}, which a {@code Child} keeps warm over many runs and which measures itself, and the packaged one, measured from
 * outside by {@code MeasuredProgram} and, where moments count, by {@code StartUp}.
 */
package org.hrcamel.bench;
