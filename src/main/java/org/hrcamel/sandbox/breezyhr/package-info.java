/** Simulated Breezy HR API v3: sessions, positions, candidates, and the writes of a candidate update. */
package org.hrcamel.sandbox.breezyhr;
