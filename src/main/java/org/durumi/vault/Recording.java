package org.durumi.vault;

import org.durumi.kernel.Signed;

/** Who records something in a case, when, and the key that seals what they say. */
public record Recording(Signed signed, CaseKey key) {}
