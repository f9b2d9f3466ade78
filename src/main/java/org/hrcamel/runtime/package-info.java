/**
 * Runs workflows: starts Camel, deploys the connectors' routes and the operator's, replaces those that are edited, fires runs, and shows
 * and works them for the console, JMX, health and metrics.
 */
package org.hrcamel.runtime;
