/**
 * Sources, claims and official statements.
 *
 * <p>May import: the packages of cases, and cases.
 */
@NullMarked
package org.durumi.evidence;

import org.jspecify.annotations.NullMarked;
