/**
 * The way in: the start page, the choice of a language, the notices of the sign-in.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.start;

import org.jspecify.annotations.NullMarked;
