/**
 * Sources, and the claims of a case.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.evidence;

import org.jspecify.annotations.NullMarked;
