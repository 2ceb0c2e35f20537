/**
 * Values that every feature shares: identifiers, money, partial dates, broken rules.
 *
 * <p>May import: nothing of ours.
 */
package org.durumi.kernel;
