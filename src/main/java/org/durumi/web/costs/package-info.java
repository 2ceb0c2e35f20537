/**
 * Norm prices, brokers and the quotes of a case.
 *
 * <p>May import: all features.
 */
package org.durumi.web.costs;
