package org.durumi.identity.session;

import java.time.Instant;
import org.durumi.kernel.UserId;

/**
 * What the identity provider vouches for when a session is opened or renewed.
 *
 * @param acr how strongly the person signed in; empty if it does not say
 * @param at when they proved who they are
 * @param providerSid the session's name there
 */
public record Proof(UserId user, String acr, Instant at, String providerSid) {}
