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
import org.durumi.approval.Agreements;
import org.durumi.approval.DecisionKind;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.vault.Vault;

/**
 * Erases a case for good: one supervisor of the team asks, another approves, and after a pause {@link DueErasures} destroys the
 * case's key, so that nothing of it can be read again. Until then any supervisor of the team can stop it. Who saw and did what
 * stays in the access log under the number of the case.
 */
@ApplicationScoped
@Transactional
public class ErasureService {
    @Inject
    Erasures erasures;

    @Inject
    Retentions retentions;

    @Inject
    Agreements agreements;

    @Inject
    RetentionDays days;

    @Inject
    ErasurePause pause;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Vault vault;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<ErasureRequested> requested;

    /**
     * A wish that waits for a decision, or is approved and waits for its time.
     *
     * @param approved who approved it, and when; empty if nobody has
     * @param mine whether the person who acts asked for it
     */
    public record Standing(Signed asked, String reason, Optional<Signed> approved, boolean mine) {}

    /** The wish to erase an opened case, if somebody asked. */
    public Optional<Standing> standing(CaseFile file) {
        return erasures.standing(file.id())
                .map(each -> new Standing(
                        each.asked(),
                        each.reason(vault.organisation()),
                        each.decided(),
                        each.asked().by().equals(user.actor().id())));
    }

    /** What the supervisor's team wants to erase, the oldest first. */
    public List<ErasureLine> waiting() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<ErasureLine> waiting = access.readable(erasures.standingIn(team.get()), ErasureLine::number);
        if (!waiting.isEmpty()) {
            access.toList(waiting.stream().map(ErasureLine::number).toList(), AccessGroup.KEY);
        }
        return waiting;
    }

    /** @throws RuleViolation if somebody asked already, a legal hold or a feature forbids it, or at «reason» */
    public void ask(CaseNumber number, String reason) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        requireNoHold(file);
        requested.fire(new ErasureRequested(file));
        if (erasures.standing(file.id()).isPresent()) {
            throw new RuleViolation("erasure.asked-already");
        }
        Signed now = user.actor().signed(clock.instant());
        Erasure asked = Erasure.ask(file, reason, now, vault.organisation());
        erasures.add(asked);
        decide(file, asked, now);
        days.tell(file);
        changes.noted(file, AccessAction.REQUEST, AccessGroup.KEY);
    }

    /** @throws RuleViolation if somebody else asked, or it is decided already */
    public void withdraw(CaseNumber number) {
        settle(number, standing -> standing.withdraw(user.actor().signed(clock.instant())));
    }

    /** @throws RuleViolation if the same person asked, or it is decided already */
    public void decline(CaseNumber number) {
        settle(number, standing -> standing.decline(user.actor().signed(clock.instant())));
    }

    /**
     * Lets the case be erased when the pause is over.
     *
     * @throws RuleViolation if the same person asked, it is decided already, or a legal hold or a feature forbids it
     */
    public void approve(CaseNumber number) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        requireNoHold(file);
        requested.fire(new ErasureRequested(file));
        Erasure standing = standing(file.id());
        Signed now = user.actor().signed(clock.instant());
        standing.approve(now);
        erasures.save(standing);
        decide(file, standing, now);
        file.eraseAt(Optional.of(pause.after(now.at())));
        changes.noted(file, AccessAction.APPROVE, AccessGroup.KEY);
    }

    /**
     * Stops an erasure in its pause; every supervisor of the team may.
     *
     * @throws RuleViolation if it is not approved
     */
    public void stop(CaseNumber number) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        Erasure standing = standing(file.id());
        standing.stop(user.actor().signed(clock.instant()));
        erasures.save(standing);
        file.eraseAt(Optional.empty());
        days.tell(file);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.KEY);
    }

    private void requireNoHold(CaseFile file) {
        if (retentions.standingHolds(file.id()) > 0) {
            throw new RuleViolation("erasure.held");
        }
    }

    private void decide(CaseFile file, Erasure erasure, Signed who) {
        agreements.decide(
                file.id(),
                DecisionKind.ERASURE,
                erasure.id().value(),
                Erasure.content(erasure.id(), file.id(), file.number()),
                who);
    }

    private void settle(CaseNumber number, Consumer<Erasure> decision) {
        CaseFile file = access.toDecide(number, AccessGroup.KEY);
        Erasure standing = standing(file.id());
        decision.accept(standing);
        erasures.save(standing);
        days.tell(file);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.KEY);
    }

    private Erasure standing(CaseId file) {
        return erasures.standing(file).orElseThrow(NotFound::new);
    }
}
