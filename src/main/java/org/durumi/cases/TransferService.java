package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.VisibleText;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/**
 * A supervisor offers a case to another team, whose supervisors take it over or not. Whoever takes it over says who works on it, and everything
 * that follows is done in the same transaction.
 */
@ApplicationScoped
@Transactional
public class TransferService {
    @Inject
    Transfers transfers;

    @Inject
    TransferSearch search;

    @Inject
    Takeover takeover;

    @Inject
    Erasures erasures;

    @Inject
    Closures closures;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /**
     * Offers a case of the supervisor's team to another team.
     *
     * @throws RuleViolation if it is closed, somebody wants to close or to erase it, or it is offered already; at «team» if that is no other
     *     team
     */
    public EntryId offer(CaseNumber number, @Valid NewTransfer told) {
        CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
        if (!file.isOpen()) {
            throw new RuleViolation("transfer.closed");
        } else if (erasures.standing(file.id()).isPresent()) {
            throw new RuleViolation("transfer.erasure");
        } else if (closures.waiting(file.id()).isPresent()) {
            throw new RuleViolation("transfer.closure");
        } else if (search.others().stream().noneMatch(each -> each.id().equals(told.team()))) {
            throw RuleViolation.at("team", "form.choose");
        }
        List<TransferLine> before = search.of(file);
        if (before.stream().anyMatch(TransferLine::isWaiting)) {
            throw new RuleViolation("transfer.already");
        }
        CaseRoom.forOneMore(before.size());
        Transfer offered = Transfer.offer(file, told, now(), vault.organisation(), macs);
        transfers.add(offered);
        changes.noted(file, AccessAction.REQUEST, AccessGroup.ASSIGNMENT);
        return offered.id();
    }

    /**
     * A supervisor of the team that offered it takes it back.
     *
     * @throws NotFound if there is no such transfer of their team; the refusal is recorded
     * @throws RuleViolation if it waits no more, or it is the other team's to answer
     */
    public void revoke(EntryId id) {
        Transfer transfer = waiting(id);
        if (!isMine(transfer.from())) {
            throw new RuleViolation("transfer.not-yours");
        }
        CaseFile file = access.toDecide(transfer.number(), AccessGroup.ASSIGNMENT);
        transfers.add(TransferAnswer.of(transfer, TransferEnd.REVOKED, now(), "", vault.organisation(), macs));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
    }

    /**
     * A supervisor of the other team says no, or takes the case over: from then on it is theirs, and those whom they name work on it.
     *
     * @throws NotFound if there is no such transfer to their team; the refusal is recorded
     * @throws RuleViolation if it waits no more, they offered it themselves, who did speaks for that team no more, or the case cannot go over
     *     any more; at «to[]» if nobody of their team is to work on it; at «word» if they say no without one
     */
    public void answer(EntryId id, @Valid NewTransferAnswer told) {
        Transfer transfer = waiting(id);
        user.requireChangesAllowed();
        if (!isMine(transfer.to())
                || transfer.offered().by().equals(user.actor().id())) {
            throw new RuleViolation("transfer.not-yours");
        }
        switch (told.end()) {
            case ACCEPTED -> {
                search.refusal(transfer).ifPresent(why -> {
                    throw new RuleViolation(why);
                });
                takeover.of(transfer, told.to(), now());
            }
            case DECLINED -> decline(transfer, told.word().strip());
            case REVOKED -> throw RuleViolation.at("end", "form.choose");
        }
    }

    private void decline(Transfer transfer, String word) {
        if (VisibleText.isEmpty(word)) {
            throw RuleViolation.at("word", "transfer.word.needed");
        }
        transfers.add(TransferAnswer.of(transfer, TransferEnd.DECLINED, now(), word, vault.organisation(), macs));
        log.changed(Access.of(AccessAction.CHANGE, AccessGroup.ASSIGNMENT).on(transfer.number()));
    }

    /** One that waits, which nobody else answers or takes back meanwhile. */
    private Transfer waiting(EntryId id) {
        transfers.lock(id);
        TransferLine line = search.line(id);
        if (!line.isWaiting()) {
            throw new RuleViolation("transfer.over", line.state());
        }
        return line.transfer();
    }

    private boolean isMine(TeamId team) {
        return user.actor().supervisedTeam().filter(team::equals).isPresent();
    }

    private Signed now() {
        return user.actor().signed(clock.instant());
    }
}
