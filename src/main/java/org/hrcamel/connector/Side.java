package org.hrcamel.connector;

import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Run;

/**
 * What one side of a run is opened with.
 *
 * @param auth the vendor's credentials
 * @param parameters the pull parameters of an origin, or the push parameters of a target
 */
public record Side(Run run, Parameters auth, Parameters parameters, VendorApi api) {}
