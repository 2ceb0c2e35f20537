package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;

/**
 * Takes somebody out of a case who was entered by mistake, and puts them in again. A supervisor of the team does. What was recorded
 * of them stays; from then on they count for nothing.
 */
@ApplicationScoped
@Transactional
public class TakingOutService {
    @Inject
    Leavings leavings;

    @Inject
    Participants participants;

    @Inject
    Journeys journeys;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<PersonTakenOut> takenOut;

    @Inject
    Event<PersonPutBack> putBack;

    @Inject
    RareRows rare;

    /**
     * Takes somebody out of a case.
     *
     * @throws RuleViolation if the case is closed, they are the last one in it or were taken out already, or are in danger, or nobody
     *     has confirmed yet that they are not: nobody stops the reckoning of their risk
     */
    public void takeOut(CaseNumber number, ParticipantId who, @Valid NewTakingOut told) {
        CaseFile file = access.toDecide(number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        file.requireOpen();
        participants.require(file, List.of(who));
        List<Participant> people = participants.known(file);
        Participant participant = one(people, who);
        if (people.size() == 1) {
            throw new RuleViolation("taken-out.last");
        }
        if (isInDanger(participant, journeys.entries(file.id()))) {
            throw new RuleViolation("taken-out.in-danger");
        }
        Recording recording = recording(file);
        leave(file, participant, TakenOut.byMistake(participant, told.why(), recording), recording);
        changes.recorded(file, AccessGroup.PARTICIPANT);
    }

    /** Whether nobody may take them out: they are held, on the way or silent, or nobody has confirmed yet that they are not. */
    public static boolean isInDanger(Participant who, List<StageEntry> entries) {
        return !ClosureService.inDanger(
                        List.of(who),
                        entries.stream()
                                .filter(each -> each.participant().equals(who.id()))
                                .toList())
                .isEmpty();
    }

    /** Somebody is in the case no more: it shows the others. */
    void leave(CaseFile file, Participant participant, TakenOut act, Recording recording) {
        leavings.add(act);
        participant.takeOut(act, recording.key());
        journeys.save(participant);
        file.leave();
        Headlines.show(file, journeys, file.key(AccessGroup.JOURNEY));
        takenOut.fire(new PersonTakenOut(file, participant.id(), act.why()));
    }

    /**
     * Puts somebody in again who was taken out by mistake.
     *
     * @throws RuleViolation if the case is closed, nobody has taken them out, or they went into a case of their own
     */
    public void putBack(CaseNumber number, ParticipantId who, @Valid NewTakingOut told) {
        CaseFile file = access.toDecide(number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        file.requireOpen();
        Participant participant = one(participants.everyoneKnown(file), who);
        Recording recording = recording(file);
        TakenOut act = recording
                .key()
                .opened(leavings.standing(file.id(), who))
                .orElseThrow(() -> new RuleViolation("taken-out.is-in"));
        act.putBack(told.why(), recording);
        participant.putBack(recording.key());
        leavings.save(act);
        journeys.save(participant);
        file.join();
        Headlines.show(file, journeys, file.key(AccessGroup.JOURNEY));
        putBack.fire(new PersonPutBack(file, who));
        changes.recorded(file, AccessGroup.PARTICIPANT);
    }

    /** Who was taken out of an opened case, those who were put in again too, the newest first. */
    public List<TakenOut> of(CaseView view) {
        CaseId id = view.file().id();
        return view.file()
                .key(AccessGroup.PARTICIPANT)
                .opened(rare.of(id.value(), "taken_out", () -> leavings.takenOut(id)));
    }

    /** From which case an opened one was split off; empty if from none. */
    public Optional<SplitOff> splitOff(CaseView view) {
        CaseId id = view.file().id();
        return view
                .file()
                .key(AccessGroup.PARTICIPANT)
                .opened(rare.of(
                        id.value(),
                        "split_off",
                        () -> leavings.splitOff(id).stream().toList()))
                .stream()
                .findFirst();
    }

    private static Participant one(List<Participant> people, ParticipantId who) {
        return people.stream().filter(each -> each.id().equals(who)).findFirst().orElseThrow(NotFound::new);
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.PARTICIPANT));
    }
}
