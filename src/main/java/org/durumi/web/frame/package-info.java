/**
 * The frame of a case's pages, and what a feature brings to them: parts, events, links. It imports no feature, and every room
 * of the web that shows something of a case imports it.
 *
 * <p>May import: cases and what lies below them, web.support.
 */
@NullMarked
package org.durumi.web.frame;

import org.jspecify.annotations.NullMarked;
