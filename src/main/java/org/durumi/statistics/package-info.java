/**
 * Counts, never persons.
 *
 * <p>May import: all features above but people.
 */
package org.durumi.statistics;
