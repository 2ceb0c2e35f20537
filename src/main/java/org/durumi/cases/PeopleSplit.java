package org.durumi.cases;

import org.durumi.vault.CaseKey;
import org.durumi.vault.RowCopy;

/**
 * Some people of a case go into a case of their own. Fired in the transaction of the act, once they are in both: each feature copies
 * what stands of them, and throws a RuleViolation if that cannot be.
 *
 * @param read opens what is copied; who splits the case is shown nothing of it
 * @param copy who they are in the other case, and what their rows are called there
 */
public record PeopleSplit(CaseFile from, CaseKey read, CaseFile to, RowCopy copy) {}
