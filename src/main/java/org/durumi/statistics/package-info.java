/**
 * Counts, never persons.
 *
 * <p>May import: all features above but people.
 */
@NullMarked
package org.durumi.statistics;

import org.jspecify.annotations.NullMarked;
