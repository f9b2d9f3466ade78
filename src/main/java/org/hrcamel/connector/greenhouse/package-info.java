/** Greenhouse Harvest as an origin: v3 with a service token, and v1 with an old key while it lasts. */
package org.hrcamel.connector.greenhouse;
