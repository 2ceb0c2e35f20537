/**
 * Forms for what is known of a participant's way: attempts, phones, household control, legs.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.circumstances;

import org.jspecify.annotations.NullMarked;
