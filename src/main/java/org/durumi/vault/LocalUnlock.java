package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.SessionSettings;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;

/**
 * Unlocks this node for whoever types the part on its own machine: {@code bin/unlock}. A balancer leads an administrator to nodes
 * that are open already, never to the one that waits.
 */
@ApplicationScoped
public class LocalUnlock {
    /** Where it is heard: at the port of health only, which no proxy passes on. */
    public static final String PATH = "/health/unlock";

    static final String NAME = "unlock-tool";

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    SessionSettings settings;

    @Inject
    VaultLock lock;

    @Inject
    UnlockService vault;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * Unlocks this node.
     *
     * @param at when the part was typed, in milliseconds
     * @param mac over both, by the key of this installation, which only the application's user can read
     * @throws NotFound if it was not sent by the program of this installation
     */
    public void unlock(String part, long at, byte[] mac) {
        Instant typed = Instant.ofEpochMilli(at);
        Instant now = clock.instant();
        if (!settings.unlocking().fits(mac, part, at)
                || Duration.between(typed, now).abs().compareTo(LONGEST) > 0) {
            throw new NotFound();
        }
        if (lock.isFirst()) {
            throw new RuleViolation("unlock.first-in-the-browser");
        }
        user.actAs(Actor.system(NAME));
        vault.unlockHere(part);
    }
}
