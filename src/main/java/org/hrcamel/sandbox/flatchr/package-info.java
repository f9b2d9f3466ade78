/** Flatchr's REST API, simulated as the Flatchr contract describes it. */
package org.hrcamel.sandbox.flatchr;
