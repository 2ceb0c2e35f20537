package org.durumi.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.durumi.identity.Actor;
import org.durumi.identity.SignedOut;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;

/** Who is signed in. The caller asks who may know, and records that it was told. */
@ApplicationScoped
public class OpenSessions {
    @Inject
    Sessions sessions;

    @Inject
    SessionKeeper keeper;

    @Inject
    Clock clock;

    /**
     * One open session; it holds nothing that opens it.
     *
     * @param since when its person signed in
     * @param lastUse to the minute
     * @param idleUntil when it ends if nothing is done
     * @param ends when it ends whatever is done
     */
    public record OpenSession(Actor actor, Instant since, Instant lastUse, Instant idleUntil, Instant ends) {
        public String tag() {
            return actor.sessionTag();
        }
    }

    /** Everybody's, those in use first. */
    public List<OpenSession> all() {
        return sessions.stillOpen(clock.instant());
    }

    /** Ends what is open of somebody whose role an administrator took away: here, and at the identity provider. */
    public void endOf(UserId who) {
        sessions.ofUser(who).forEach(each -> keeper.end(each, SignedOut.Reason.ENDED_BY_ADMINISTRATOR));
    }

    /**
     * Ends a session for an administrator.
     *
     * @throws NotFound if there is none with this tag
     */
    public void end(String tag) {
        keeper.end(sessions.ofTag(tag).orElseThrow(NotFound::new), SignedOut.Reason.ENDED_BY_ADMINISTRATOR);
    }
}
