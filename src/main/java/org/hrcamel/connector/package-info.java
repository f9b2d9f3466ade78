/**
 * What a connector is. Each vendor has one folder below this package with one declaration, a {@link org.hrcamel.connector.Connector}
 * that is found through {@code META-INF/services}; nothing outside that folder knows the vendor's JSON.
 */
package org.hrcamel.connector;
