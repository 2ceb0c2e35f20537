/**
 * Pages, forms and controllers. Nobody imports web.
 *
 * <p>May import: all features.
 */
package org.durumi.web;
