package org.durumi.costs;

/** A supervisor has said how far a broker is checked. Fired in the transaction of the change. */
public record BrokerVetted(Broker broker) {}
