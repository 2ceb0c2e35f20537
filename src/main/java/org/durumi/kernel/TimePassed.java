package org.durumi.kernel;

/** Some seconds have passed on this node, which may not be the only one: for what several may do at once. */
public record TimePassed() {}
