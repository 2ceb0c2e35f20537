/**
 * Starts everything that Durumi needs on one machine: database, identity provider, application. Only for the demo and the tests.
 *
 * <p>May import: setup.
 */
@NullMarked
package org.durumi.launcher;

import org.jspecify.annotations.NullMarked;
