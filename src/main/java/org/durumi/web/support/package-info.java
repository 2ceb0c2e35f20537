/**
 * The ground under every page: who visits, layout, forms, headers, guards, errors.
 *
 * <p>May import: all features.
 */
package org.durumi.web.support;
