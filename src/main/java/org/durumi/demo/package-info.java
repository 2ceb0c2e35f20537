/**
 * The demo cases. Nobody imports demo, and it is not in the production WAR.
 *
 * <p>May import: everything.
 */
@NullMarked
package org.durumi.demo;

import org.jspecify.annotations.NullMarked;
