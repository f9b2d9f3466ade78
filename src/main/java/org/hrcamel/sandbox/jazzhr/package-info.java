/** JazzHR's REST API v1, simulated as the JazzHR contract describes it. */
package org.hrcamel.sandbox.jazzhr;
