/**
 * Repatriation risk: rules, findings, alerts. Never imports people.
 *
 * <p>May import: the packages of cases, cases, circumstances, evidence, work, costs.
 */
package org.durumi.risk;
