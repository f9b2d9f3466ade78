/** How the log is written: as text or as JSON, and never with a secret. */
package org.hrcamel.runtime.log;
