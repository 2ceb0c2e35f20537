/**
 * Files that belong to a case: what comes in is drawn or written anew, sealed in chunks, and opened for those who work on the case.
 *
 * <p>May import: kernel, identity, accesslog, vault, cases.
 */
@NullMarked
package org.durumi.files;

import org.jspecify.annotations.NullMarked;
