package org.durumi.identity.session;

import java.util.Optional;
import org.durumi.kernel.UserId;

/**
 * The identity provider's word that a session is over there, or all of a person.
 *
 * @param jti the name of the word, which may come once
 * @param sid the session that is over; without it, all of the person
 * @param user the person; one of both is there
 */
public record EndedAtProvider(String jti, Optional<String> sid, Optional<UserId> user) {}
