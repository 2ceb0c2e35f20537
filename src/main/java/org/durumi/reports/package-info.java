/**
 * The case summary as PDF, built from an already reduced model.
 *
 * <p>May import: all features above.
 */
@NullMarked
package org.durumi.reports;

import org.jspecify.annotations.NullMarked;
