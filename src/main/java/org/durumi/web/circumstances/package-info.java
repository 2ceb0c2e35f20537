/**
 * Forms for what is known of a participant's way: attempts, phones, household control, legs.
 *
 * <p>May import: all features.
 */
package org.durumi.web.circumstances;
