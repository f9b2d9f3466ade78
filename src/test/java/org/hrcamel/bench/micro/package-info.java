/**
 * Benchmarks of what is done for each profile, in JMH: {@code bench/micro} runs them and {@code docs/performance.md} tells what
 * they found. A build compiles them and never runs them.
 */
package org.hrcamel.bench.micro;
