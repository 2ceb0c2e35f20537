/**
 * Alerts, waivers and what waits for a supervisor.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.risk;

import org.jspecify.annotations.NullMarked;
