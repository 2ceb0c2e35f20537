package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.Vault;

/**
 * Erases a case for good: one supervisor of the team asks, another approves. The case's key is destroyed, so that nothing of
 * it can be read again; who saw and did what stays in the access log under the number of the case.
 */
@ApplicationScoped
@Transactional
public class ErasureService {
    @Inject
    Erasures erasures;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Vault vault;

    @Inject
    CurrentUser user;

    @Inject
    Event<CaseErased> erased;

    @Inject
    Clock clock;

    /** A wish that waits for a decision, with its reason. */
    public record Asked(Signed asked, String reason, boolean mine) {}

    /** The wish to erase an opened case, if somebody asked. */
    public Optional<Asked> asked(CaseFile file) {
        return erasures.asked(file.id())
                .map(each -> new Asked(
                        each.asked(),
                        each.reason(vault.organisation()),
                        each.asked().by().equals(user.actor().id())));
    }

    /** What the supervisor's team wants to erase, the oldest first. */
    public List<ErasureLine> waiting() {
        if (!user.actor().is(Role.SUPERVISOR) || user.actor().team().isEmpty()) {
            return List.of();
        }
        List<ErasureLine> waiting =
                access.readable(erasures.askedIn(user.actor().team().get()), ErasureLine::number);
        if (!waiting.isEmpty()) {
            access.toList(waiting.stream().map(ErasureLine::number).toList(), AccessGroup.KEY);
        }
        return waiting;
    }

    /** @throws RuleViolation if somebody asked already, or at «reason» */
    public void ask(CaseNumber number, String reason) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        if (erasures.asked(file.id()).isPresent()) {
            throw new RuleViolation("erasure.asked-already");
        }
        erasures.add(Erasure.ask(file, reason, user.actor().signed(clock.instant()), vault.organisation()));
        changes.noted(file, AccessAction.REQUEST, AccessGroup.KEY);
    }

    /** @throws RuleViolation if somebody else asked */
    public void withdraw(CaseNumber number) {
        settle(number, standing -> standing.withdraw(user.actor().signed(clock.instant())));
    }

    /** @throws RuleViolation if the same person asked */
    public void decline(CaseNumber number) {
        settle(number, standing -> standing.decline(user.actor().signed(clock.instant())));
    }

    /**
     * Erases the case. From now on it does not exist for anybody.
     *
     * @throws RuleViolation if the same person asked
     */
    public void approve(CaseNumber number) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        Erasure standing = standing(file);
        Signed now = user.actor().signed(clock.instant());
        standing.approve(now);
        erasures.save(standing);
        erased.fire(new CaseErased(file));
        erasures.destroyKey(standing.id());
        file.erase(now);
        changes.noted(file, AccessAction.ERASE, AccessGroup.KEY);
    }

    private void settle(CaseNumber number, Consumer<Erasure> decision) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        Erasure standing = standing(file);
        decision.accept(standing);
        erasures.save(standing);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.KEY);
    }

    private Erasure standing(CaseFile file) {
        return erasures.asked(file.id()).orElseThrow(NotFound::new);
    }
}
