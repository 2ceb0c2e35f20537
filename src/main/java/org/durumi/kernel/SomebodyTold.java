package org.durumi.kernel;

/** People were told of something in this transaction: who carries it further need not wait for the next tick once it has committed. */
public record SomebodyTold() {}
