/**
 * The way from first contact to safety: stages and their allowed changes, places, means and borders. Pure functions.
 *
 * <p>May import: kernel.
 */
@NullMarked
package org.durumi.route;

import org.jspecify.annotations.NullMarked;
