/**
 * Starts everything that Durumi needs on one machine: database, identity provider, application. Only for the demo and the tests.
 *
 * <p>May import: setup.
 */
package org.durumi.launcher;
