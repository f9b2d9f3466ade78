/**
 * HrFlow.ai API v1, as a target: profiles are read, merged and edited; and as an origin: profiles of a source are read. Also the model of a profile that the other connectors' mappings
 * build ({@link org.hrcamel.connector.hrflow.Profile}).
 */
package org.hrcamel.connector.hrflow;
