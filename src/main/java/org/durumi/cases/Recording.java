package org.durumi.cases;

import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;

/** Who records something in a case, when, and the key that seals what they say. */
record Recording(Signed signed, CaseKey key) {}
