package org.durumi.cases;

import java.time.Instant;
import org.durumi.kernel.UserId;
import org.durumi.vault.CaseKey;

/** Who records something in a case, when, and the key that seals what they say. */
record Recording(UserId by, Instant at, CaseKey key) {}
