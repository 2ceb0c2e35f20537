/**
 * Plain JDBC for the little that has no entity.
 *
 * <p>May import: nothing of ours.
 */
package org.durumi.jdbc;
