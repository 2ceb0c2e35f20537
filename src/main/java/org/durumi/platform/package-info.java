/**
 * Wiring: data sources, clock, health. Nobody imports platform.
 *
 * <p>May import: kernel, identity, accesslog, vault, work.
 */
package org.durumi.platform;
