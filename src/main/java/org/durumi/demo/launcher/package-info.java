/** Starts everything that Durumi needs on one machine: database, identity provider, application. Only for the demo and the tests. */
package org.durumi.demo.launcher;
