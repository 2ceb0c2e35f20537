/**
 * Repatriation risk: rules, findings, alerts. Never imports people.
 *
 * <p>May import: the packages of cases, cases, circumstances, evidence, work, costs.
 */
@NullMarked
package org.durumi.risk;

import org.jspecify.annotations.NullMarked;
