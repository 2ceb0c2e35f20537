/**
 * Where a caseworker's work begins: the list of cases.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.list;

import org.jspecify.annotations.NullMarked;
