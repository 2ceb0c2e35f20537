/**
 * Pages, forms and controllers. Nobody imports web.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web;

import org.jspecify.annotations.NullMarked;
