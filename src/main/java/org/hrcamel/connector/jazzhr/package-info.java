/** JazzHR API v1 as an origin: a full pass of the applicant list, then one detail each. */
package org.hrcamel.connector.jazzhr;
