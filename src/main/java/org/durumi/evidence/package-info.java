/**
 * Sources, claims and official statements.
 *
 * <p>May import: the packages of cases, and cases.
 */
package org.durumi.evidence;
