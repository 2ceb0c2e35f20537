/**
 * Tasks, check-ins, notes and attachments.
 *
 * <p>May import: the packages of cases, and cases.
 */
@NullMarked
package org.durumi.work;

import org.jspecify.annotations.NullMarked;
