/**
 * Gives out summaries of cases as PDF.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.reports;

import org.jspecify.annotations.NullMarked;
