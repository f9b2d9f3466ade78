/** HrFlow.ai API v1 as a simulated vendor: sources, profiles, résumé parsing. */
package org.hrcamel.sandbox.hrflow;
