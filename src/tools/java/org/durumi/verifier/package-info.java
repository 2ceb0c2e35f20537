/**
 * The offline verifier of the access log. Uses the JDK only.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.verifier;

import org.jspecify.annotations.NullMarked;
