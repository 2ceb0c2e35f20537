package org.durumi.vault;

/** Where a sealed value stands. It is sealed together with the value, which therefore opens nowhere else. */
public record SealedIn(String table, String column) {}
