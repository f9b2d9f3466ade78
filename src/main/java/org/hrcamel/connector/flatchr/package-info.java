/** Flatchr as an origin: the applications that match, joined with their details, one item a candidate. */
package org.hrcamel.connector.flatchr;
