/**
 * The program {@code bin/staff}: who works here, and in which team. Nobody imports it.
 *
 * <p>May import: kernel, jdbc, mac, identity, accesslog, vault.
 */
@NullMarked
package org.durumi.staff;

import org.jspecify.annotations.NullMarked;
