/**
 * Help for each role, and what is new.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.help;

import org.jspecify.annotations.NullMarked;
