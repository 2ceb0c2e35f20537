/**
 * Norm prices, brokers and the quotes of a case.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.costs;

import org.jspecify.annotations.NullMarked;
