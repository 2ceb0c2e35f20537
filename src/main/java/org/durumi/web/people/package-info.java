/**
 * The pages that show, record and search names: no other page does.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.people;

import org.jspecify.annotations.NullMarked;
