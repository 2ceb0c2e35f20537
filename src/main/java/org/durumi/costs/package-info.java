/**
 * Norm prices, brokers, quotes and what is paid.
 *
 * <p>May import: the packages of cases, cases and circumstances.
 */
@NullMarked
package org.durumi.costs;

import org.jspecify.annotations.NullMarked;
