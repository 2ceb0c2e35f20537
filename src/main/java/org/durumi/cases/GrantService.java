package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Vault;

/** Lets somebody read a case that is not theirs, for a while. */
@ApplicationScoped
@Transactional
public class GrantService {
    @Inject
    Grants grants;

    @Inject
    RareRows rare;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    /**
     * Two teams agreed to a link: somebody of the one may read the case of the other. Who agreed has asked for the right to do so
     * before, and records it.
     *
     * @param by a supervisor of the case's team
     */
    public void give(CaseId caseId, UserId reader, UserId by, Duration time, String why, EntryId link) {
        Signed given = new Signed(by, clock.instant());
        grants.add(Grant.give(
                caseId, reader, given, given.at().plus(time), why, Optional.of(link), vault.organisation(), macs));
    }

    /** Who may or might read an opened case that is not theirs, the newest first. */
    public List<Grant> of(CaseFile file) {
        List<Grant> all = rare.of(file.id().value(), "case_grant", () -> grants.of(file.id())).stream()
                .filter(each -> isGenuine(each, file.number()))
                .toList();
        if (!all.isEmpty()) {
            OrganisationKey key = vault.organisation();
            all.forEach(each -> each.open(key));
        }
        return all;
    }

    /**
     * Ends one before its time.
     *
     * @throws RuleViolation if it gives nothing any more
     */
    public void end(CaseNumber number, EntryId id) {
        CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
        if (!endIfStanding(file, id)) {
            throw new RuleViolation("grant.over");
        }
    }

    /**
     * The same in a case that was opened to decide in it.
     *
     * @return whether it gave anything until now
     */
    boolean endIfStanding(CaseFile file, EntryId id) {
        Grant grant = grants.grant(file.id(), id)
                .filter(each -> isGenuine(each, file.number()))
                .orElseThrow(NotFound::new);
        if (!grant.stands(clock.instant())) {
            return false;
        }
        grants.add(GrantEnd.of(grant, user.actor().signed(clock.instant()), macs));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
        return true;
    }

    /** Whether the application wrote it; else that is told. */
    boolean isGenuine(Grant grant, CaseNumber number) {
        boolean genuine = grant.isGenuine(macs);
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.GRANT, user.actor().id(), Optional.of(number)));
        }
        return genuine;
    }
}
