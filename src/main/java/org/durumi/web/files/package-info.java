/**
 * The files of a case: their list, one of them page by page, sending one, taking one back.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.files;

import org.jspecify.annotations.NullMarked;
