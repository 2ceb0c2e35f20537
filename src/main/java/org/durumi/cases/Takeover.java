package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** A team takes a case over that was offered to it, with everything that follows, in the transaction of whoever calls. */
@ApplicationScoped
class Takeover {
    @Inject
    Transfers transfers;

    @Inject
    Cases cases;

    @Inject
    EveryCase everyCase;

    @Inject
    GrantService grants;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    StaffDirectory staff;

    @Inject
    Macs macs;

    @Inject
    Event<CaseHandedOver> handedOver;

    @Inject
    Event<CaseTransferred> transferred;

    /**
     * @param transfer that waits, to the team of who takes it over
     * @param to who works on it then
     * @throws RuleViolation at «to[]» if that is nobody, or one of them is no caseworker of the team; if the case cannot go over any more
     */
    void of(Transfer transfer, Set<UserId> to, Signed taken) {
        List<UserId> successors = staff.caseworkers(transfer.to()).stream()
                .map(StaffMember::id)
                .filter(to::contains)
                .toList();
        if (successors.isEmpty() || successors.size() < to.size()) {
            throw RuleViolation.at("to[]", "transfer.to.choose");
        } else if (!isGenuine(transfer) || !signAnew(transfer, taken)) {
            throw new RuleViolation("transfer.not-now");
        }
        // From here on the case is this team's, for the door and the policies too, until the transaction ends or for
        // good.
        CaseFile file = access.toDecide(transfer.number(), AccessGroup.ASSIGNMENT);
        handOver(file, successors, taken);
        grants.of(file).stream()
                .filter(each -> each.stands(taken.at()) && ends(each, transfer))
                .forEach(each -> grants.endIfStanding(file, each.id()));
        transferred.fire(new CaseTransferred(file, transfer.from()));
        changes.noted(file, AccessAction.APPROVE, AccessGroup.ASSIGNMENT);
    }

    /** Of a row that says something else of the case than the application wrote nothing is signed anew. */
    private boolean isGenuine(Transfer transfer) {
        return everyCase.of(List.of(transfer.caseId())).stream()
                .anyMatch(each ->
                        each.number().equals(transfer.number()) && each.team().equals(transfer.from()));
    }

    private boolean signAnew(Transfer transfer, Signed taken) {
        Object[] whose =
                GuardedCase.whose(transfer.caseId(), transfer.number(), transfer.to(), Optional.of(transfer.id()));
        return transfers.takeOver(
                transfer.id(),
                taken,
                TransferAnswer.proof(transfer, TransferEnd.ACCEPTED, taken, macs),
                macs.of(MacUse.CASE, whose));
    }

    /** What the team before gave, or somebody took, ends for all but the new team; what was agreed with a third one by a link stays. */
    private boolean ends(Grant grant, Transfer transfer) {
        Optional<TeamId> reads = staff.teamOf(grant.reader());
        boolean agreedWithAThird = grant.link().isPresent()
                && reads.filter(transfer.from()::equals).isEmpty();
        return reads.filter(transfer.to()::equals).isEmpty() && !agreedWithAThird;
    }

    /** Nobody works on it any more who did, unless they were named; what was for one of them alone is for those who do. */
    private void handOver(CaseFile file, List<UserId> successors, Signed taken) {
        List<Assignment> before = cases.assignments(file.id()).stream()
                .filter(Assignment::isCurrent)
                .toList();
        Set<UserId> staying = before.stream()
                .filter(each -> each.isGenuine(macs) && successors.contains(each.caseworker()))
                .map(Assignment::caseworker)
                .collect(Collectors.toSet());
        // A row that somebody slipped in would stand in the way.
        before.stream()
                .filter(each -> !(each.isGenuine(macs) && staying.contains(each.caseworker())))
                .forEach(each -> cases.add(AssignmentEnd.of(each, taken, macs)));
        successors.stream()
                .filter(each -> !staying.contains(each))
                .forEach(each -> cases.add(Assignment.begin(file.id(), each, taken, macs)));
        before.stream()
                .map(Assignment::caseworker)
                .filter(each -> !successors.contains(each))
                .distinct()
                .forEach(each -> handedOver.fire(new CaseHandedOver(file, each, successors)));
    }
}
