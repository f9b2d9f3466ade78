/** Runs workflows: starts Camel, deploys the connectors' routes and the operator's, fires runs. */
package org.hrcamel.runtime;
