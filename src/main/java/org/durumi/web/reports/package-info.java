/**
 * Gives out summaries of cases as PDF.
 *
 * <p>May import: all features.
 */
package org.durumi.web.reports;
