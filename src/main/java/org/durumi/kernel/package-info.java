/**
 * Values that every feature shares: identifiers, money, partial dates, broken rules.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.kernel;

import org.jspecify.annotations.NullMarked;
