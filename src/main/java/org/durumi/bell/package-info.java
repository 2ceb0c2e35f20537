/**
 * The bell: how much waits for somebody and what cannot wait, as counts, kinds and numbers; it opens nothing.
 *
 * <p>May import: kernel, jdbc, identity.
 */
@NullMarked
package org.durumi.bell;

import org.jspecify.annotations.NullMarked;
