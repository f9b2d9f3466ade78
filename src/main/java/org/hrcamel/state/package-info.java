/**
 * What is remembered from run to run: delivered versions, cursors, failures, leases, run results. Knows ids, hashes and times, no
 * vendor and no personal data.
 *
 * <p>A run writes through its {@link org.hrcamel.state.RunLease}, and only while it holds it. An operator's retry, forget and reset write
 * without one; everything else reads.
 */
package org.hrcamel.state;
