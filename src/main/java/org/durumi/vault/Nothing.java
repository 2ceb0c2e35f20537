package org.durumi.vault;

/** No words: what became of a row stands in clear, and is only sealed so that nobody else changes it. */
public record Nothing() {}
