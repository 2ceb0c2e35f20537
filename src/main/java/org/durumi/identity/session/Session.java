package org.durumi.identity.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;

/**
 * One open session as its row was read for this request.
 *
 * @param idHash the keyed hash of the cookie's value, which names the row
 * @param actor the person with the roles and the team of now
 * @param handle the name by which colleagues know the person
 * @param message the key of a message for the next page
 * @param acr how strongly the person signed in, as the identity provider calls it
 * @param authTime when the person last proved who they are
 * @param providerSid the session's name at the identity provider
 * @param degradedSince since when the identity provider has not answered for this session
 * @param ends when it ends whatever is done
 */
public record Session(
        byte[] idHash,
        Actor actor,
        String handle,
        String csrfToken,
        Optional<String> message,
        Locale language,
        Preferences preferences,
        String acr,
        Instant authTime,
        String providerSid,
        Instant refreshDue,
        Optional<Instant> degradedSince,
        Instant touched,
        Instant idleUntil,
        Instant ends) {

    public UserId user() {
        return actor.id();
    }

    Session speaking(Locale newLanguage) {
        return with(actor, newLanguage, degradedSince, idleUntil);
    }

    Session preferring(Preferences chosen) {
        return new Session(
                idHash,
                actor,
                handle,
                csrfToken,
                message,
                language,
                chosen,
                acr,
                authTime,
                providerSid,
                refreshDue,
                degradedSince,
                touched,
                idleUntil,
                ends);
    }

    Session actingAs(Actor newActor) {
        return with(newActor, language, Optional.empty(), idleUntil);
    }

    Session inTeam(Optional<TeamId> team) {
        return with(new Actor(user(), actor.roles(), team, actor.sessionTag()), language, degradedSince, idleUntil);
    }

    Session degraded(Instant since) {
        return with(actor, language, Optional.of(since), idleUntil);
    }

    /** The same session under another cookie, after its person has proved anew who they are. */
    Session renewed(byte[] newIdHash, Proof proof, Set<Role> roles, Instant now) {
        return new Session(
                newIdHash,
                new Actor(user(), roles, actor.team(), Secrets.tag(newIdHash)),
                handle,
                csrfToken,
                message,
                language,
                preferences,
                proof.acr(),
                proof.at(),
                proof.providerSid(),
                now.plus(Lifetimes.REFRESH_EVERY),
                Optional.empty(),
                now,
                now.plus(Lifetimes.idle(roles)),
                ends);
    }

    Session awakeUntil(Instant newIdleUntil) {
        return with(actor, language, degradedSince, newIdleUntil);
    }

    private Session with(Actor newActor, Locale newLanguage, Optional<Instant> newDegradedSince, Instant newIdleUntil) {
        return new Session(
                idHash,
                newActor,
                handle,
                csrfToken,
                message,
                newLanguage,
                preferences,
                acr,
                authTime,
                providerSid,
                refreshDue,
                newDegradedSince,
                touched,
                newIdleUntil,
                ends);
    }
}
