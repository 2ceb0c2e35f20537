/**
 * The pages of a case: the list, intake, the case itself, its journeys, and what a supervisor decides about it.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.cases;

import org.jspecify.annotations.NullMarked;
