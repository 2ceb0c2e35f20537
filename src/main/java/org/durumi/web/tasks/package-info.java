/**
 * What is to be done: in a case, and in all cases of somebody.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.tasks;

import org.jspecify.annotations.NullMarked;
