/**
 * The ground under every page: who visits, layout, forms, headers, guards, errors.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.support;

import org.jspecify.annotations.NullMarked;
