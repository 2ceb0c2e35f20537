/**
 * What countries do with people who fled the North: what the installation came with, and what a supervisor and an administrator have
 * agreed on since.
 *
 * <p>May import: kernel, jdbc, mac, route, identity, accesslog.
 */
@NullMarked
package org.durumi.stances;

import org.jspecify.annotations.NullMarked;
