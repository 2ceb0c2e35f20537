package org.durumi.costs;

import jakarta.validation.constraints.NotNull;

/** A broker as a caseworker adds one. There is no name: brokers have code names. */
public record NewBroker(@NotNull BrokerKind kind, @NotNull IntroducedBy introducedBy) {}
