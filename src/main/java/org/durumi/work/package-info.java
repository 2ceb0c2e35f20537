/**
 * Tasks, check-ins, notes and attachments.
 *
 * <p>May import: the packages of cases, and cases.
 */
package org.durumi.work;
