package org.durumi.costs;

/** What a broker does. */
public enum BrokerKind {
    BROKER,
    GUIDE,
    DRIVER,
    GO_BETWEEN
}
