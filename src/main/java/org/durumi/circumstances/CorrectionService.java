package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.DecisionService;
import org.durumi.cases.EntrySentBack;
import org.durumi.cases.Participants;
import org.durumi.cases.WaitingEntry;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.DerivedKeys;
import org.durumi.vault.Recording;

/**
 * Corrects what is known of the participants' ways. Nothing is overwritten: a new row says what is known now, and the old one
 * is struck with the reason and stays. It counts at once; what it would lift stands until a supervisor has confirmed it.
 *
 * <p>Every correction takes the version that the caseworker had before them; {@link ChangedMeanwhile} says that somebody else
 * was faster, and nothing is stored.
 */
@ApplicationScoped
@Transactional
public class CorrectionService {
    @SuppressWarnings("unchecked") // the plain kinds lie in one table and are read together
    private static final List<Class<? extends Circumstance<?, ?, ?>>> ROWS = List.of(
            Attempt.class, Device.class, Vulnerability.class, Leg.class, (Class<? extends Circumstance<?, ?, ?>>)
                    (Class<?>) PlainCircumstance.class);

    @Inject
    Ways ways;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    DecisionService decisions;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    DerivedKeys keys;

    @Inject
    WayTags wayTags;

    @Inject
    Event<EntrySentBack> sentBack;

    @Inject
    Clock clock;

    @Inject
    Event<CorrectionRequested> correctionRequested;

    /** @throws RuleViolation at «correctionReason» if it is missing, or at a field that contradicts another */
    public void correctAttempt(
            CaseNumber number, EntryId id, @Valid NewAttempt known, @Longest(1000) String why, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.ATTEMPT);
        correct(
                file,
                AccessGroup.ATTEMPT,
                new Asked<>(id, seen, why, Circumstances::attempts),
                (wrong, now) -> wrong.correctedTo(known, now, LocalDate.now(clock)));
    }

    /** The same. An empty number keeps the one that is recorded. */
    public void correctDevice(
            CaseNumber number, EntryId id, @Valid NewDevice known, @Longest(1000) String why, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.DEVICE);
        correct(
                file,
                AccessGroup.DEVICE,
                new Asked<>(id, seen, why, Circumstances::devices),
                (wrong, now) -> wrong.correctedTo(known, NumberTrace.of(known, keys), now, LocalDate.now(clock)));
    }

    public void correctVulnerability(
            CaseNumber number, EntryId id, @Valid NewVulnerability known, @Longest(1000) String why, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.VULNERABILITY);
        correct(
                file,
                AccessGroup.VULNERABILITY,
                new Asked<>(id, seen, why, Circumstances::vulnerabilities),
                (wrong, now) -> wrong.correctedTo(known, now, LocalDate.now(clock)));
    }

    /** @throws NotFound if a traveller is not in this case */
    public void correctLeg(CaseNumber number, EntryId id, @Valid NewLeg known, @Longest(1000) String why, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.LEG);
        participants.require(file, known.travellers());
        correct(
                file,
                AccessGroup.LEG,
                new Asked<>(id, seen, why, Circumstances::legs),
                (wrong, now) -> wrong.correctedTo(known, wayTags.of(known), now, LocalDate.now(clock)));
    }

    /** @throws NotFound if it concerns or names what is not in this case */
    public <N extends Record & NewCircumstance> void correct(
            CaseNumber number,
            EntryId id,
            @Valid N known,
            @Longest(1000) String why,
            int seen,
            Function<Circumstances, List<? extends PlainCircumstance<N>>> ofThisKind) {
        AccessGroup group = known.circumstance().group();
        CaseFile file = access.toChange(number, group);
        Circumstances history = circumstances.history(file, group);
        circumstances.require(file, known, history, Optional.of(id));
        this.<PlainCircumstance<N>>correct(
                file,
                group,
                history,
                new Asked<>(id, seen, why, ofThisKind.andThen(List::copyOf)),
                (wrong, now) -> wrong.correctedTo(known, now, LocalDate.now(clock)));
    }

    /**
     * What somebody corrects.
     *
     * @param seen the version that they had before them
     * @param ofThisKind all of its kind
     */
    private record Asked<C>(EntryId id, int seen, String why, Function<Circumstances, List<C>> ofThisKind) {}

    private <C extends Circumstance<?, ?, ?>> void correct(
            CaseFile file, AccessGroup kind, Asked<C> asked, BiFunction<C, Recording, C> correction) {
        correct(file, kind, circumstances.history(file, kind), asked, correction);
    }

    /** @param history all of its kind, with what was corrected */
    private <C extends Circumstance<?, ?, ?>> void correct(
            CaseFile file,
            AccessGroup kind,
            Circumstances history,
            Asked<C> asked,
            BiFunction<C, Recording, C> correction) {
        C wrong = one(asked.ofThisKind().apply(history), asked.id());
        wrong.requireStanding(asked.seen());
        participants.requireSome(file, wrong.whom());
        CorrectableRow.requireReason("correctionReason", asked.why());
        Recording now = recording(file, kind);
        C right = correction.apply(wrong, now);
        right.whom().forEach(who -> CaseRoom.forOneMore(history.of(who).all().count()));
        if (right.needsTwo() || liftsSomething(file, history.settled(wrong), right)) {
            right.await(now.key());
        }
        wrong.strike(asked.why(), now);
        ways.correct(wrong, right);
        changes.recorded(file, kind);
    }

    /** If somebody else changed what was confirmed last, nobody knows. */
    private boolean liftsSomething(
            CaseFile file, Optional<Circumstance<?, ?, ?>> settled, Circumstance<?, ?, ?> right) {
        return settled.map(before -> new CorrectionRequested(file, Circumstances.of(before), Circumstances.of(right)))
                .map(request -> {
                    correctionRequested.fire(request);
                    return request.needsConfirmation();
                })
                .orElse(true);
    }

    /** The corrections of the supervisor's team that wait for a confirmation. */
    public List<WaitingEntry<Circumstance<?, ?, ?>>> waiting() {
        return decisions.waiting(ROWS);
    }

    /**
     * What a supervisor decides about, of a case that has been opened already.
     *
     * @throws NotFound if there is no such row
     */
    public Correction of(CaseFile file, AccessGroup kind, EntryId id) {
        return of(circumstances.history(file, kind), id);
    }

    private static Correction of(Circumstances history, EntryId id) {
        Circumstance<?, ?, ?> now = one(history.all().toList(), id);
        return new Correction(history.settled(now), now, history.corrected(now));
    }

    /**
     * Confirms a correction: what it lifts is lifted. Where two have to agree, the first supervisor agrees and the second confirms.
     *
     * @param kind of what it is
     * @return whether it is confirmed; not if another supervisor still has to agree
     * @throws RuleViolation if it does not wait, or the supervisor recorded it or a correction that it rests on
     */
    public boolean confirm(CaseNumber number, AccessGroup kind, EntryId id) {
        CaseFile file = toDecide(number, kind);
        Correction correction = toDecide(file, kind, id);
        correction.now().agree(recording(file, kind));
        ways.decided(correction.now());
        changes.recorded(file, AccessAction.APPROVE, List.of(AccessGroup.CONFIRMATION));
        return correction.now().isSettled();
    }

    /**
     * Does not confirm it: it is struck with the reason, and what a correction took the place of, as it was confirmed last, is
     * recorded again.
     *
     * @throws RuleViolation if it does not wait, the supervisor recorded it or a correction that it rests on, the reason is
     *     empty, or somebody else changed what was confirmed last
     */
    public void sendBack(CaseNumber number, AccessGroup kind, EntryId id, @Longest(1000) String why) {
        CaseFile file = toDecide(number, kind);
        Correction correction = toDecide(file, kind, id);
        Recording now = recording(file, kind);
        if (correction.isNew()) {
            correction.now().sendBack(why, now);
            ways.decided(correction.now());
        } else {
            Circumstance<?, ?, ?> before =
                    correction.before().orElseThrow(() -> new RuleViolation("confirmation.before.changed"));
            correction.now().sendBack(why, now);
            Circumstance<?, ?, ?> again = before.againInPlaceOf(correction.now(), now.key());
            if (again.needsTwo()) {
                // Its signatures belong to the row that they were given to.
                again.await(now.key());
            }
            ways.correct(correction.now(), again);
        }
        sentBack.fire(EntrySentBack.of(file, correction.now()));
        changes.recorded(file, AccessGroup.CONFIRMATION);
    }

    private CaseFile toDecide(CaseNumber number, AccessGroup kind) {
        if (!CircumstancesService.EVERYTHING.contains(kind)) {
            throw new NotFound();
        }
        return access.toDecide(number, kind);
    }

    /** Whoever corrected it since it was last confirmed does not decide about the sum of it. */
    private Correction toDecide(CaseFile file, AccessGroup kind, EntryId id) {
        Correction correction = of(file, kind, id);
        participants.requireSome(file, correction.now().whom());
        if (correction.correctors().contains(user.actor().id())) {
            throw new RuleViolation("entry.own");
        }
        return correction;
    }

    private static <C extends Circumstance<?, ?, ?>> C one(List<C> some, EntryId id) {
        return some.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private Recording recording(CaseFile file, AccessGroup kind) {
        return new Recording(user.actor().signed(clock.instant()), file.key(kind));
    }
}
