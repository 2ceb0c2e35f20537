/**
 * Plain JDBC for the little that has no entity, and queries of Hibernate for one of many.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.jdbc;

import org.jspecify.annotations.NullMarked;
