package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.mac.Macs;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Vault;

/**
 * Splits a case: some of its people go into a case of their own, with a copy of what stands of them. What was corrected stays in the
 * old one, where they are taken out. A supervisor of the team does.
 */
@ApplicationScoped
@Transactional
public class SplitService {
    /** What may be copied. */
    private static final Set<AccessGroup> COPIED = EnumSet.of(
            AccessGroup.CASE,
            AccessGroup.PARTICIPANT,
            AccessGroup.NAME,
            AccessGroup.JOURNEY,
            AccessGroup.ATTEMPT,
            AccessGroup.LEG,
            AccessGroup.DEVICE,
            AccessGroup.VULNERABILITY,
            AccessGroup.INCIDENT,
            AccessGroup.DETENTION,
            AccessGroup.INTERVENTION,
            AccessGroup.POSTING,
            AccessGroup.BACKGROUND,
            AccessGroup.NEED,
            AccessGroup.RELATIONSHIP,
            AccessGroup.RELATIVE,
            AccessGroup.GROUP,
            AccessGroup.SAFE_CONTACT,
            AccessGroup.REFERRAL,
            AccessGroup.CONSENT,
            AccessGroup.QUOTE,
            AccessGroup.CLAIM,
            AccessGroup.NOTE,
            AccessGroup.TASK,
            AccessGroup.CHECK_IN,
            AccessGroup.CODE_WORD);

    @Inject
    Cases cases;

    @Inject
    Journeys journeys;

    @Inject
    Leavings leavings;

    @Inject
    Erasures erasures;

    @Inject
    Participants participants;

    @Inject
    TakingOutService takingOut;

    @Inject
    CaseAccess access;

    @Inject
    Vault vault;

    @Inject
    Changes changes;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    Event<PeopleSplit> peopleSplit;

    /**
     * Splits a case.
     *
     * @return the number of the new one
     * @throws RuleViolation if the case is closed, nobody would be left in it, somebody was taken out already, a correction of theirs
     *     waits for a supervisor, somebody wants the case erased, or changed something of it past the application
     */
    public CaseNumber split(CaseNumber number, @Valid NewSplit wanted) {
        CaseFile from = access.toDecide(number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        from.requireOpen();
        if (erasures.standing(from.id()).isPresent()) {
            throw new RuleViolation("split.erasure");
        }
        participants.require(from, wanted.participant());
        List<Participant> people = participants.known(from);
        List<Participant> going = people.stream()
                .filter(each -> wanted.participant().contains(each.id()))
                .toList();
        if (going.size() == people.size()) {
            throw RuleViolation.at("participant[]", "split.all");
        }
        String why = TakenOut.reason(wanted.why());
        Signed now = user.actor().signed(clock.instant());
        CaseKey read = access.toCopy(from, COPIED.toArray(AccessGroup[]::new));
        CaseFile to = open(from, wanted, now);
        CaseKey write = to.key(AccessGroup.PARTICIPANT);
        RowCopy copy = new RowCopy(
                to.id(),
                write,
                going.stream().collect(Collectors.toMap(Participant::id, each -> ParticipantId.create())));
        List<StageEntry> standing = standing(read.opened(journeys.entries(from.id())), copy);
        for (int nth = 0; nth < going.size(); nth++) {
            journeys.add(going.get(nth).inCopy(nth, copy));
            to.join();
        }
        leavings.add(SplitOff.from(number, to, why, new Recording(now, write)));
        peopleSplit.fire(new PeopleSplit(from, read, to, copy));
        standing.forEach(entry -> {
            entry.copyInto(copy);
            journeys.append(entry);
        });
        if (from.changedOutside() > 0) {
            throw new RuleViolation("split.changed-outside");
        }
        Recording recording = new Recording(now, from.key(AccessGroup.PARTICIPANT));
        going.forEach(
                each -> takingOut.leave(from, each, TakenOut.splitOff(each, to.number(), why, recording), recording));
        Headlines.show(to, journeys, write);
        changes.recorded(to, AccessAction.CREATE, COPIED);
        changes.recorded(from, AccessGroup.PARTICIPANT);
        return to.number();
    }

    /** The new case: of the same team, and of those who work on the old one. */
    private CaseFile open(CaseFile from, NewSplit wanted, Signed now) {
        LocalDate today = LocalDate.now(clock);
        CaseFile to = from.splitOff(cases.freshNumber(today), wanted.kind(), wanted.route(), now, macs);
        cases.add(to);
        cases.assignments(from.id()).stream()
                .filter(each -> each.isCurrent() && each.isGenuine(macs))
                .forEach(each -> cases.add(Assignment.begin(to.id(), each.caseworker(), now, macs)));
        to.openedWith(new NamedKey(vault.create(to.id()), COPIED));
        return to;
    }

    /**
     * The entries that go. What names one that was corrected to them, or one of somebody who stays that says the same, names them in the
     * new case.
     *
     * @throws RuleViolation if one of them is a correction that waits for a supervisor: what it corrects stays
     */
    private static List<StageEntry> standing(List<StageEntry> entries, RowCopy copy) {
        List<StageEntry> going = entries.stream()
                .filter(each -> each.stands() && copy.takes(each.participant()))
                .toList();
        if (going.stream().anyMatch(each -> each.isWaiting() && each.replaces().isPresent())) {
            throw new RuleViolation("split.correction-waits");
        }
        going.forEach(each -> copy.id(each.id()));
        for (StageEntry entry : entries) {
            Function<StageEntry, Boolean> same = copy.takes(entry.participant())
                    ? each -> each.participant().equals(entry.participant()) && each.position() == entry.position()
                    : each -> each.reported().equals(entry.reported());
            going.stream().filter(same::apply).findFirst().ifPresent(each -> copy.alias(entry.id(), each.id()));
        }
        return going;
    }
}
