/** Breezy HR API v3 as a target: candidates of one position are read, compared and updated. */
package org.hrcamel.connector.breezyhr;
