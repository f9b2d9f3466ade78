/** The run page: every workflow with its schedule, its runs, its failures, and what a dry run would change. Rendered by the server. */
package org.hrcamel.console.page;
