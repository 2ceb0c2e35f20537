/**
 * Unlocking the keys, and erasing a case for good.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.vault;

import org.jspecify.annotations.NullMarked;
