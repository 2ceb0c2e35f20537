/**
 * The administrator's desk: who works here, with which role, in which team, and how the installation is. It sees no case.
 *
 * <p>May import: kernel, jdbc, mac, identity, accesslog, vault, settings.
 */
@NullMarked
package org.durumi.desk;

import org.jspecify.annotations.NullMarked;
