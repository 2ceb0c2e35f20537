/**
 * The offline verifier of the access log. Uses the JDK only.
 *
 * <p>May import: nothing of ours.
 */
package org.durumi.verifier;
