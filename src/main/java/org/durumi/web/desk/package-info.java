/**
 * The pages of the administrator's desk: the staff, their roles and teams.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.desk;

import org.jspecify.annotations.NullMarked;
