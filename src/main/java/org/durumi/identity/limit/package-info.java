/**
 * How often somebody may ask for something.
 *
 * <p>May import: kernel, identity.
 */
@NullMarked
package org.durumi.identity.limit;

import org.jspecify.annotations.NullMarked;
