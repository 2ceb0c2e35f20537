/**
 * Norm prices, brokers, quotes and what is paid.
 *
 * <p>May import: the packages of cases, cases and circumstances.
 */
package org.durumi.costs;
