/**
 * Alerts, waivers and what waits for a supervisor.
 *
 * <p>May import: all features.
 */
package org.durumi.web.risk;
