/** The web server of the process: login, Hawtio with its JMX agent, and the pages that others mount behind the login. */
package org.hrcamel.console;
