/**
 * What the build runs.
 *
 * <p>May import: nothing of ours.
 */
package org.durumi.build;
