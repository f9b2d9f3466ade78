/** SmartRecruiters Candidate API as an origin: the candidates that match, one detail each. */
package org.hrcamel.connector.smartrecruiters;
