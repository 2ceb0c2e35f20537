/**
 * Wiring: data sources, clock, health. Nobody imports platform.
 *
 * <p>May import: kernel, identity, accesslog, vault, work.
 */
@NullMarked
package org.durumi.platform;

import org.jspecify.annotations.NullMarked;
