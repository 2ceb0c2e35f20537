/**
 * Draws images and PDFs anew, in a process of its own: whatever a file does to a decoder, it does it where no key is.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.files.drawing;

import org.jspecify.annotations.NullMarked;
