/**
 * The case summary as PDF, built from an already reduced model.
 *
 * <p>May import: all features above.
 */
package org.durumi.reports;
