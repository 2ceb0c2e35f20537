/**
 * Starts the application of an installation in its server, or says why not and ends. Lies in a jar of its own beside the server.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.starter;

import org.jspecify.annotations.NullMarked;
