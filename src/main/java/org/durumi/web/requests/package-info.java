/**
 * What is asked of a supervisor: asked where somebody was stopped, answered from the review, and read where the case is.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.requests;

import org.jspecify.annotations.NullMarked;
