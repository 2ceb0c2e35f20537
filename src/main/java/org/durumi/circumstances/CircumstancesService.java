package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.Participants;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageRequested;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.CaseRow;
import org.durumi.vault.DerivedKeys;
import org.durumi.vault.Recording;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records what is known of the participants' ways: attempts, devices, vulnerabilities and legs.
 *
 * <p>Every change takes the version that the caseworker had before them; {@link ChangedMeanwhile} says that somebody else
 * was faster, and nothing is stored.
 */
@ApplicationScoped
@Transactional
public class CircumstancesService {
    private static final AccessGroup[] EVERYTHING = {
        AccessGroup.ATTEMPT, AccessGroup.DEVICE, AccessGroup.VULNERABILITY, AccessGroup.LEG
    };

    @Inject
    Ways ways;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    DerivedKeys keys;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.zone", defaultValue = "Asia/Seoul")
    ZoneId zone;

    /** Everything, for a page of a case. Records the access. */
    public Circumstances view(CaseNumber number) {
        return of(access.toRead(number, EVERYTHING));
    }

    /** Everything, of a case that has been opened already. Four queries, whatever the size of the case. */
    public Circumstances of(CaseFile file) {
        return of(file, EVERYTHING);
    }

    /** The same, but only what belongs to the groups that are shown. One query for each. */
    public Circumstances of(CaseFile file, AccessGroup... shown) {
        Set<AccessGroup> groups = Set.of(shown);
        return read(file, group -> groups.contains(group) ? Optional.of(file.key(group)) : Optional.empty());
    }

    /**
     * Everything, for rules: the person who acts is shown nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public Circumstances toAssess(CaseFile file, CaseKey key) {
        return read(file, group -> Optional.of(key));
    }

    /** What belongs to the groups for which there is a key. */
    private Circumstances read(CaseFile file, Function<AccessGroup, Optional<CaseKey>> keys) {
        return Circumstances.inOrder(
                opened(keys.apply(AccessGroup.ATTEMPT), () -> ways.attempts(file.id())),
                opened(keys.apply(AccessGroup.DEVICE), () -> ways.devices(file.id())),
                opened(keys.apply(AccessGroup.VULNERABILITY), () -> ways.vulnerabilities(file.id())),
                opened(keys.apply(AccessGroup.LEG), () -> ways.legs(file.id())));
    }

    private static <R extends CaseRow<?>> List<R> opened(Optional<CaseKey> key, Supplier<List<R>> rows) {
        return key.map(each -> each.opened(rows.get())).orElse(List.of());
    }

    /** How many legs an opened case has. */
    public int numberOfLegs(CaseFile file) {
        return (int) ways.numberOfLegs(file.id());
    }

    /** Records an attempt; it gets the participant's next number. */
    public EntryId recordAttempt(CaseNumber number, ParticipantId who, @Valid NewAttempt known) {
        CaseFile file = open(number, who, AccessGroup.ATTEMPT);
        requirePast(known);
        long earlier = ways.attemptsOf(who);
        CaseRoom.forOneMore(earlier);
        Attempt attempt = attempt(file, who, known, earlier);
        changes.recorded(file, AccessGroup.ATTEMPT);
        return attempt.id();
    }

    public void changeAttempt(CaseNumber number, EntryId id, @Valid NewAttempt known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.ATTEMPT);
        Attempt attempt = file.key(AccessGroup.ATTEMPT)
                .opened(ways.attempt(file.id(), id))
                .orElseThrow(NotFound::new);
        requirePast(known);
        attempt.change(known, seen, recording(file, AccessGroup.ATTEMPT));
        ways.save(attempt);
        changes.recorded(file, AccessGroup.ATTEMPT);
    }

    /** @throws RuleViolation at «number» or «label» if the one is no phone number, or the other looks like one */
    public EntryId recordDevice(CaseNumber number, ParticipantId who, @Valid NewDevice known) {
        CaseFile file = open(number, who, AccessGroup.DEVICE);
        CaseRoom.forOneMore(ways.devicesOf(who));
        Device device = Device.record(file, who, known, trace(known), recording(file, AccessGroup.DEVICE));
        ways.add(device);
        changes.recorded(file, AccessGroup.DEVICE);
        return device.id();
    }

    /** An empty number keeps the one that is recorded. */
    public void changeDevice(CaseNumber number, EntryId id, @Valid NewDevice known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.DEVICE);
        Device device =
                file.key(AccessGroup.DEVICE).opened(ways.device(file.id(), id)).orElseThrow(NotFound::new);
        device.change(known, trace(known), seen, recording(file, AccessGroup.DEVICE));
        ways.save(device);
        changes.recorded(file, AccessGroup.DEVICE);
    }

    public EntryId recordVulnerability(CaseNumber number, ParticipantId who, @Valid NewVulnerability known) {
        CaseFile file = open(number, who, AccessGroup.VULNERABILITY);
        CaseRoom.forOneMore(ways.vulnerabilitiesOf(who));
        Vulnerability vulnerability =
                Vulnerability.record(file, who, known, recording(file, AccessGroup.VULNERABILITY));
        ways.add(vulnerability);
        changes.recorded(file, AccessGroup.VULNERABILITY);
        return vulnerability.id();
    }

    public void changeVulnerability(CaseNumber number, EntryId id, @Valid NewVulnerability known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.VULNERABILITY);
        Vulnerability vulnerability = file.key(AccessGroup.VULNERABILITY)
                .opened(ways.vulnerability(file.id(), id))
                .orElseThrow(NotFound::new);
        vulnerability.change(known, seen, recording(file, AccessGroup.VULNERABILITY));
        ways.save(vulnerability);
        changes.recorded(file, AccessGroup.VULNERABILITY);
    }

    /** @throws NotFound if a traveller is not in this case */
    public EntryId recordLeg(CaseNumber number, @Valid NewLeg known) {
        CaseFile file = access.toChange(number, AccessGroup.LEG);
        participants.require(file, known.travellers());
        List<Leg> legs = file.key(AccessGroup.LEG).opened(ways.legs(file.id()));
        known.travellers()
                .forEach(who -> CaseRoom.forOneMore(
                        legs.stream().filter(each -> each.isTravelledBy(who)).count()));
        Leg leg = Leg.record(file, known, recording(file, AccessGroup.LEG), today());
        ways.add(leg);
        changes.recorded(file, AccessGroup.LEG);
        return leg.id();
    }

    public void changeLeg(CaseNumber number, EntryId id, @Valid NewLeg known, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.LEG);
        participants.require(file, known.travellers());
        Leg leg = file.key(AccessGroup.LEG).opened(ways.leg(file.id(), id)).orElseThrow(NotFound::new);
        leg.change(known, seen, recording(file, AccessGroup.LEG), today());
        ways.save(leg);
        changes.recorded(file, AccessGroup.LEG);
    }

    /** An entry names no leg but one of its own case, on which its participant travels. */
    void legNamed(@Observes StageRequested request) {
        boolean theirs = request.reported()
                .details()
                .leg()
                .map(named -> leg(request.file(), named)
                        .filter(leg -> leg.isTravelledBy(request.participant().id()))
                        .isPresent())
                .orElse(true);
        if (theirs) {
            request.permit(StageRequested.Matter.LEG);
        } else {
            request.refuse(RuleViolation.at("leg", "stage.leg.foreign"));
        }
    }

    /** A planned leg that an entry of transit names is under way from then on. */
    void legTaken(@Observes StageEntered entered) {
        Optional<EntryId> taken = entered.entry().leg();
        if (entered.entry().stage() == Stage.TRANSIT && taken.isPresent()) {
            Leg leg = leg(entered.file(), taken.get()).orElseThrow(NotFound::new);
            leg.depart(entered.file().key(AccessGroup.LEG));
            ways.save(leg);
        }
    }

    /** A leg that an entry names. */
    private Optional<Leg> leg(CaseFile file, EntryId id) {
        access.alsoNames(file, AccessGroup.LEG);
        return file.key(AccessGroup.LEG).opened(ways.leg(file.id(), id));
    }

    /** Back from the way to contact is a failed attempt: it is recorded with the outcome that the entry names. */
    void failedAttempt(@Observes StageEntered entered) {
        boolean failed = entered.from()
                .filter(from -> from.failsTo(entered.entry().stage()))
                .isPresent();
        if (failed && entered.entry().replaces().isEmpty()) {
            entered.entry().attemptOutcome().ifPresent(outcome -> {
                access.alsoNames(entered.file(), AccessGroup.ATTEMPT);
                NewAttempt told = new NewAttempt(entered.entry().happened(), outcome, "");
                ParticipantId who = entered.participant().id();
                attempt(entered.file(), who, told, ways.attemptsOf(who));
            });
        }
    }

    private Attempt attempt(CaseFile file, ParticipantId who, NewAttempt known, long earlier) {
        Attempt attempt = Attempt.record(file, who, (int) earlier + 1, known, recording(file, AccessGroup.ATTEMPT));
        ways.add(attempt);
        return attempt;
    }

    private void requirePast(NewAttempt known) {
        if (known.happened().isAfter(today())) {
            throw RuleViolation.at("happened", "attempt.happened.future");
        }
    }

    private CaseFile open(CaseNumber number, ParticipantId who, AccessGroup group) {
        CaseFile file = access.toChange(number, group);
        participants.require(file, List.of(who));
        return file;
    }

    private NumberTrace trace(NewDevice known) {
        return known.number().isBlank()
                ? NumberTrace.unknown()
                : NumberTrace.of(known.number(), keys.index("phone index 1"));
    }

    private Recording recording(CaseFile file, AccessGroup group) {
        return new Recording(user.actor().signed(clock.instant()), file.key(group));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
