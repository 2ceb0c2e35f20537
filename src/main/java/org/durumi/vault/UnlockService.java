package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;

/** An administrator unlocks this node after its start. What they type is kept nowhere. */
@ApplicationScoped
public class UnlockService {
    /** The field of the part that is typed. */
    public static final String PART = "secret";

    /** The shortest part that may be chosen: it must withstand guessing. */
    public static final int SHORTEST_PART = 20;

    private static final Access UNLOCKING = Access.of(AccessAction.CONFIGURATION, AccessGroup.KEY);

    @Inject
    VaultLock lock;

    @Inject
    Nodes nodes;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    /**
     * Whether somebody has to type a part.
     *
     * @throws NotFound if the person is no administrator
     */
    public boolean isAsked() {
        requireAdministrator();
        return lock.state() == VaultLock.State.LOCKED;
    }

    /** Whether what is typed next becomes the installation's part; it is then typed twice. */
    public boolean isFirst() {
        requireAdministrator();
        return lock.isFirst();
    }

    /**
     * Unlocks this node.
     *
     * @throws RuleViolation if the part is wrong, or wrong parts were typed too often
     * @throws NotFound if the person is no administrator
     */
    public void unlock(String part) {
        requireAdministrator();
        unlockHere(part);
    }

    /** The nodes that run, and how they are: each is unlocked by itself. */
    public List<Nodes.Node> nodes() {
        requireAdministrator();
        return nodes.running();
    }

    void unlockHere(String part) {
        try {
            lock.unlock(user.actor().id(), part, () -> log.record(UNLOCKING));
            nodes.speak();
        } catch (RuleViolation wrong) {
            log.refused(UNLOCKING);
            throw wrong;
        }
    }

    private void requireAdministrator() {
        log.require(user.actor().is(Role.ADMINISTRATOR), UNLOCKING);
    }
}
