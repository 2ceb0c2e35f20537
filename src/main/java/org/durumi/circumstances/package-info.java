/**
 * What is known of a participant's way: attempts, legs, devices, vulnerabilities.
 *
 * <p>May import: the packages of cases, and cases.
 */
@NullMarked
package org.durumi.circumstances;

import org.jspecify.annotations.NullMarked;
