package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.KnownConsents.Read;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** Records what participants agree to or refuse, that they take it back, and that something of it was recorded by mistake. */
@ApplicationScoped
@Transactional
public class ConsentService {
    @Inject
    ConsentRows rows;

    @Inject
    KnownConsents known;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** The consents of everybody in a case that has been opened already. One query. */
    public Consents of(CaseView view) {
        return of(view.file(), view.participants().stream().map(Participant::id).toList());
    }

    /** The same of some people. */
    public Consents of(CaseFile file, Collection<ParticipantId> people) {
        return inOrder(List.copyOf(people), known.of(file, any -> read(file, file.key(AccessGroup.CONSENT))));
    }

    /**
     * The same for rules: the person who acts is shown nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public Consents toAssess(CaseFile file, CaseKey key) {
        List<ParticipantId> people =
                participants.toAssess(file, key).stream().map(Participant::id).toList();
        return inOrder(people, read(file, key));
    }

    private Consents inOrder(List<ParticipantId> people, Read read) {
        return Consents.inOrder(people, read.all(), read.whole(), LocalDate.now(clock), clock.getZone());
    }

    private Read read(CaseFile file, CaseKey key) {
        List<Consent> stored = rows.consents(file.id());
        List<Consent> read = key.opened(stored);
        return new Read(read, read.size() == stored.size());
    }

    /**
     * Records what some participants agreed to.
     *
     * @return the first of the consents
     * @throws RuleViolation at the field that contradicts another
     */
    public EntryId record(CaseNumber number, Set<ParticipantId> whom, @Valid NewConsent told) {
        CaseFile file = access.toChange(number, AccessGroup.CONSENT);
        participants.require(file, whom);
        Recording recording = recording(file);
        List<Consent> given = new ArrayList<>();
        for (ParticipantId who : whom) {
            CaseRoom.forOneMore(rows.consentsOf(who));
            given.addAll(Consent.record(file.id(), who, told, recording, LocalDate.now(clock)));
        }
        given.forEach(rows::add);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CONSENT);
        return given.get(0).id();
    }

    /**
     * A participant takes a consent back, and every earlier one for the same purpose with it. A supervisor of the team may record
     * that too: somebody may take it back when the case is closed.
     *
     * @throws RuleViolation if it was taken back already, or at the day if that cannot be
     */
    public void withdraw(CaseNumber number, EntryId id, @Valid NewWithdrawal told) {
        CaseFile file = access.toAct(number, AccessGroup.CONSENT);
        List<Consent> all = opened(file);
        Consent taken = of(all, id);
        Recording recording = recording(file);
        taken.withdraw(told, recording, LocalDate.now(clock));
        rows.save(taken);
        for (Consent each : all) {
            if (each.endsWith(taken, told.withdrawnOn())) {
                each.withdraw(told, recording, LocalDate.now(clock));
                rows.save(each);
            }
        }
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CONSENT);
    }

    /**
     * Strikes what was recorded by mistake.
     *
     * @throws RuleViolation if it was struck already, or at «why» if nobody can see a reason
     */
    public void strike(CaseNumber number, EntryId id, @Valid NewStrike told) {
        CaseFile file = access.toChange(number, AccessGroup.CONSENT);
        Consent wrong = of(opened(file), id);
        wrong.strike(told.why(), recording(file));
        rows.save(wrong);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CONSENT);
    }

    private static Consent of(List<Consent> all, EntryId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    /** What those who go into another case agreed to, and took back, goes with them. */
    void split(@Observes PeopleSplit split) {
        split.read().opened(rows.consents(split.from().id())).stream()
                .filter(each -> each.stands() && split.copy().takes(each.participant()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    rows.add(each);
                });
    }

    private List<Consent> opened(CaseFile file) {
        return file.key(AccessGroup.CONSENT).opened(rows.consents(file.id()));
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CONSENT));
    }
}
