/**
 * Sealed values, opened only against a receipt.
 *
 * <p>May import: kernel, jdbc, identity, accesslog.
 */
@NullMarked
package org.durumi.vault;

import org.jspecify.annotations.NullMarked;
