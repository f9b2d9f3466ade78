/**
 * Simulated vendors over real HTTP, for {@code demo}, {@code sandbox} and the tests.
 *
 * <p>Each simulated vendor follows its vendor's documented contract, not our client: it parses, pages, authenticates and fails the
 * way the vendor does, and it shares no code with {@code org.hrcamel.connector}, or it would prove nothing.
 */
package org.hrcamel.sandbox;
