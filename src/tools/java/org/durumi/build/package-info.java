/**
 * What the build runs.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.build;

import org.jspecify.annotations.NullMarked;
