/** Simulated Greenhouse Harvest API: v3 with its token endpoint, and v1 as the legacy dialect. */
package org.hrcamel.sandbox.greenhouse;
