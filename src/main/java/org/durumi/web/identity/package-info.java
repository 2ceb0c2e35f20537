/**
 * The pages about sessions: proving anew who one is, what was typed before, who is signed in.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.identity;

import org.jspecify.annotations.NullMarked;
