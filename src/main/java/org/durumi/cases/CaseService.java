package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.mac.Macs;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;
import org.durumi.stances.Countries;
import org.durumi.vault.Recording;
import org.durumi.vault.Vault;

/** What a caseworker does with a case: open it, describe it, change a participant, record a stage, correct one. */
@ApplicationScoped
@Transactional
public class CaseService {
    private static final Set<Stage> FIRST = EnumSet.of(Stage.REPORTED, Stage.CONTACT);

    /** What the entry of a new case names. */
    private static final Set<AccessGroup> OPENED =
            EnumSet.of(AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);

    @Inject
    Cases cases;

    @Inject
    Journeys journeys;

    @Inject
    CaseAccess access;

    @Inject
    Vault vault;

    @Inject
    Changes changes;

    @Inject
    Countries countries;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    Event<StageRequested> stageRequested;

    @Inject
    Event<StageEntered> stageEntered;

    /**
     * Opens a case and assigns it to the caseworker who opens it.
     *
     * @return the new case's number
     * @throws NotFound if the person is no caseworker
     * @throws RuleViolation if the person is in no team, or the first stage is neither reported nor contact
     */
    public CaseNumber open(@Valid NewCase reported) {
        return open(reported, reserveNumber());
    }

    /**
     * A number for a case that is opened later, if ever; nobody else gets it.
     *
     * @throws NotFound if the person is no caseworker
     */
    public CaseNumber reserveNumber() {
        if (!user.actor().is(Role.CASEWORKER)) {
            throw new NotFound();
        }
        return cases.freshNumber(LocalDate.now(clock));
    }

    /**
     * The same under a number that was reserved for it.
     *
     * @param number no case has it; else the database refuses
     */
    public CaseNumber open(@Valid NewCase reported, CaseNumber number) {
        Actor actor = user.actor();
        if (!actor.is(Role.CASEWORKER)) {
            throw new NotFound();
        }
        user.requireChangesAllowed();
        if (!FIRST.contains(reported.first().stage())) {
            throw RuleViolation.at("stage", "case.open.first-stage");
        }
        rules().check(StandingEntries.none(), reported.first());
        Instant now = clock.instant();
        CaseFile file = CaseFile.open(number, reported, actor, now, macs);
        cases.add(file);
        cases.add(Assignment.begin(file.id(), actor.id(), actor.signed(now), macs));
        file.openedWith(new NamedKey(vault.create(file.id()), OPENED));
        for (int nth = 0; nth < reported.participants().size(); nth++) {
            addParticipant(file, nth, reported.participants().get(nth), reported.first());
        }
        changes.recorded(file, AccessAction.CREATE, OPENED);
        return file.number();
    }

    /**
     * Adds a person to a case.
     *
     * @param first the stage at which we meet them: reported or contact
     */
    public ParticipantId addParticipant(CaseNumber number, @Valid NewParticipant known, @Valid NewStage first) {
        CaseFile file = access.toChange(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        if (!FIRST.contains(first.stage())) {
            throw RuleViolation.at("stage", "case.open.first-stage");
        }
        rules().check(StandingEntries.none(), first);
        // Of those who were taken out no letter is given again.
        int nth = journeys.participants(file.id()).size();
        Participant participant = addParticipant(file, nth, known, first);
        showHeadline(file);
        changes.recorded(file, AccessGroup.PARTICIPANT);
        return participant.id();
    }

    /**
     * Changes what was said of a case at intake, and what its caseworkers call it.
     *
     * @param seen how often that had been changed when the caseworker opened it
     * @throws org.durumi.kernel.ChangedMeanwhile if somebody else was faster; nothing is stored
     */
    public void describe(CaseNumber number, @Valid CaseDescription known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.CASE);
        file.describe(known, seen);
        changes.recorded(file, AccessGroup.CASE);
    }

    /**
     * Changes what is known of a participant.
     *
     * @param seen the version that the caseworker had before them
     * @throws org.durumi.kernel.ChangedMeanwhile if somebody else was faster; nothing is stored
     */
    public void changeParticipant(CaseNumber number, ParticipantId who, @Valid NewParticipant known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.PARTICIPANT);
        Participant participant = participant(file, who);
        participant.change(known, seen, file.key(AccessGroup.PARTICIPANT));
        journeys.save(participant);
        changes.recorded(file, AccessGroup.PARTICIPANT);
    }

    /**
     * Records that one participant has reached a stage.
     *
     * @param seen the version of the participant that the caseworker had before them
     */
    public EntryId enterStage(CaseNumber number, ParticipantId who, @Valid NewStage reported, int seen) {
        return enterStage(number, Map.of(who, seen), reported).get(0);
    }

    /**
     * Records that some participants have reached a stage together: for all of them or for none.
     *
     * @param seen the version of each of them that the caseworker had before them
     * @return an entry for each, in the same order
     * @throws IllegalStageChange if a journey does not lead there
     * @throws RuleViolation if the stage asks for something that is missing, the entry names a broker or a leg that is not of
     *     its case, or a standing block refuses a departure
     * @throws org.durumi.kernel.ChangedMeanwhile if somebody else recorded something for one of them meanwhile
     */
    public List<EntryId> enterStage(CaseNumber number, Map<ParticipantId, Integer> seen, @Valid NewStage reported) {
        CaseFile file = access.toChange(number, AccessGroup.JOURNEY);
        List<StageEntered> reached = new ArrayList<>();
        seen.forEach((who, version) -> reached.add(enter(file, participant(file, who), version, reported)));
        showHeadline(file);
        reached.forEach(stageEntered::fire);
        changes.recorded(file, AccessGroup.JOURNEY);
        return reached.stream().map(each -> each.entry().id()).toList();
    }

    private StageEntered enter(CaseFile file, Participant participant, int seen, NewStage told) {
        participant.requireUnchanged(seen);
        StandingEntries journey = journeys.journey(participant.id(), file.key(AccessGroup.JOURNEY));
        Standpoint from = journey.standpoint().orElseThrow();
        NewStage reported = told.of(from);
        StageEntry entry = participant.enter(reported, journey, recording(file), rules());
        requirePermission(
                new StageRequested(file, participant, from.departsTo(reported.stage()), reported, Optional.empty()));
        journeys.append(entry);
        journeys.save(participant);
        return new StageEntered(file, participant, Optional.of(from), entry, false);
    }

    /**
     * Corrects an entry: the corrected one takes its place, the wrong one is struck and stays visible, a supervisor
     * confirms.
     *
     * @param why what was wrong
     * @throws IllegalStageChange if the corrected journey would not hold together
     * @throws RuleViolation if the entry names a broker or a leg that is not of its case, or only the correction makes it a
     *     departure, and a standing block refuses it
     */
    public EntryId correctEntry(
            CaseNumber number, EntryId wrongId, @Valid NewStage reported, @Longest(1000) String why) {
        CaseFile file = access.toChange(number, AccessGroup.JOURNEY);
        StageEntry wrong = entry(file, wrongId);
        Participant participant = participant(file, wrong.participant());
        StandingEntries journey = journeys.journey(participant.id(), file.key(AccessGroup.JOURNEY));
        Optional<Standpoint> before = journey.before(wrong.position()).standpoint();
        boolean stood = participant.standingEntry().equals(wrong.id());
        requirePermission(new StageRequested(
                file,
                participant,
                before.filter(from -> stood && makesItADeparture(from, wrong, reported))
                        .isPresent(),
                reported,
                wrong.broker()));
        StageEntry corrected = participant.correct(wrong, journey, reported, why, recording(file), rules());
        journeys.save(wrong);
        journeys.append(corrected);
        stand(file, participant, before, corrected);
        return corrected.id();
    }

    private StageRules rules() {
        LocalDate today = LocalDate.now(clock);
        return new StageRules(today, countries.on(today));
    }

    private void stand(CaseFile file, Participant participant, Optional<Standpoint> from, StageEntry entry) {
        journeys.save(participant);
        showHeadline(file);
        stageEntered.fire(new StageEntered(file, participant, from, entry, false));
        changes.recorded(file, AccessGroup.JOURNEY);
    }

    private void requirePermission(StageRequested request) {
        stageRequested.fire(request);
        request.requirePermission();
    }

    /** Whether a correction lets somebody leave as planned who had not left so before. */
    private static boolean makesItADeparture(Standpoint from, StageEntry wrong, NewStage right) {
        return isPlannedDeparture(from, right.stage(), right.details().departure())
                && !isPlannedDeparture(from, wrong.stage(), wrong.departure());
    }

    private static boolean isPlannedDeparture(Standpoint from, Stage to, Departure departure) {
        return from.departsTo(to) && departure == Departure.PLANNED;
    }

    private Participant addParticipant(CaseFile file, int nth, NewParticipant known, NewStage first) {
        CaseRoom.forPeople(nth + 1);
        file.join();
        Participant participant = Participant.enter(file.id(), nth, known, file.key(AccessGroup.PARTICIPANT));
        StageEntry entry = participant.begin(first, recording(file));
        journeys.add(participant);
        journeys.append(entry);
        stageEntered.fire(new StageEntered(file, participant, Optional.empty(), entry, false));
        return participant;
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.JOURNEY));
    }

    private void showHeadline(CaseFile file) {
        Headlines.show(file, journeys, file.key(AccessGroup.JOURNEY));
    }

    private Participant participant(CaseFile file, ParticipantId who) {
        Participant participant = journeys.participant(file.id(), who).orElseThrow(NotFound::new);
        participant.verified(file.keyToVerify()).requireIn();
        return participant;
    }

    private StageEntry entry(CaseFile file, EntryId id) {
        return file.key(AccessGroup.JOURNEY)
                .opened(journeys.entry(file.id(), id))
                .orElseThrow(NotFound::new);
    }
}
