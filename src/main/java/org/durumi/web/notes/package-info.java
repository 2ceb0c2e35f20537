/**
 * The notes and the contact log of a case.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.notes;

import org.jspecify.annotations.NullMarked;
