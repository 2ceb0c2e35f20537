package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.durumi.cases.DeputyLine;
import org.durumi.cases.DeputyService;
import org.durumi.cases.Deputyship;
import org.durumi.cases.HandoverService;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftLine;
import org.durumi.drafts.TeamDraftService;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;

/** Hands over what somebody of a supervisor's team has in hand, of whatever kind: all that was chosen, or nothing. */
@ApplicationScoped
@Transactional
public class LeaverService {
    @Inject
    HandoverService cases;

    @Inject
    TeamDraftService drafts;

    @Inject
    DeputyService deputies;

    /**
     * Hands over what was chosen. What is theirs no more is left as it is. Whoever stands in for them does so until no case and no draft is
     * left to them.
     *
     * @throws NotFound if this person supervises no team; the refusal is recorded
     * @throws RuleViolation at the field that is wrong
     */
    public void handOver(UserId who, @Valid NewHandover told) {
        if (told.isEmpty()) {
            throw new RuleViolation("handover.choose");
        } else if (!told.drafts().isEmpty() && told.to().isEmpty()) {
            throw RuleViolation.at("to[]", "handover.to.choose");
        }
        cases.handOver(who, told.cases(), told.grants(), told.to());
        drafts(who, told.drafts(), told.to());
        boolean left = !cases.holdsCases(who) && drafts.of(who).isEmpty();
        deputies.of(who).stream()
                .map(DeputyLine::deputyship)
                .filter(each -> told.deputyships().contains(each.id()))
                .filter(each -> left || !each.absent().equals(who))
                .map(Deputyship::id)
                .forEach(deputies::end);
    }

    /** Each has one owner: so they go to one after the other. */
    private void drafts(UserId who, Set<DraftId> some, Set<UserId> to) {
        if (some.isEmpty()) {
            return;
        }
        List<UserId> inTurn = cases.others(who).stream()
                .map(StaffMember::id)
                .filter(to::contains)
                .toList();
        List<DraftId> theirs = drafts.of(who).stream()
                .map(DraftLine::id)
                .filter(some::contains)
                .toList();
        for (int nth = 0; nth < theirs.size(); nth++) {
            handOver(theirs.get(nth), inTurn.get(nth % inTurn.size()));
        }
    }

    private void handOver(DraftId draft, UserId to) {
        try {
            drafts.handOver(draft, to);
        } catch (RuleViolation broken) {
            throw broken.messageKey().equals(TeamDraftService.TOO_MANY)
                    ? RuleViolation.at("drafts[]", "handover.drafts.full")
                    : broken;
        }
    }
}
