package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageRequested;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.CaseRow;
import org.durumi.vault.DerivedKeys;
import org.durumi.vault.Recording;

/**
 * Records and reads what is known of the participants and their ways. What was corrected is read only where it is asked for.
 */
@ApplicationScoped
@Transactional
public class CircumstancesService {
    /** The group of every kind. */
    public static final Set<AccessGroup> EVERYTHING = Stream.concat(
                    Stream.of(AccessGroup.ATTEMPT, AccessGroup.DEVICE, AccessGroup.VULNERABILITY, AccessGroup.LEG),
                    CircumstanceKind.GROUPS.stream())
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    Ways ways;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    ReferralConsents referralConsents;

    @Inject
    CurrentUser user;

    @Inject
    DerivedKeys keys;

    @Inject
    WayTags wayTags;

    @Inject
    Clock clock;

    /** Everything, for a page of a case. Records the access. */
    public Circumstances view(CaseNumber number) {
        return of(access.toRead(number, EVERYTHING.toArray(AccessGroup[]::new)));
    }

    /** Everything, of a case that has been opened already. Five queries, whatever the size of the case. */
    public Circumstances of(CaseFile file) {
        return history(file).standing();
    }

    /** The same, but only what belongs to the groups that are shown. */
    public Circumstances of(CaseFile file, AccessGroup... shown) {
        return history(file, shown).standing();
    }

    /** The same, with what was corrected. */
    public Circumstances history(CaseFile file, AccessGroup... shown) {
        Set<AccessGroup> groups = Set.of(shown);
        return read(file, group -> groups.contains(group) ? Optional.of(file.key(group)) : Optional.empty());
    }

    /** Everything, with what was corrected, of a case that has been opened already. */
    public Circumstances history(CaseFile file) {
        return read(file, group -> Optional.of(file.key(group)));
    }

    /**
     * What rules of the risk look at, with what was corrected: the person who acts is shown nothing of it. No such rule looks at
     * plain circumstances yet.
     *
     * @param key that was handed out to assess the case
     */
    public Circumstances toAssess(CaseFile file, CaseKey key) {
        return read(file, group -> Optional.of(key).filter(any -> !CircumstanceKind.GROUPS.contains(group)));
    }

    /**
     * What other organisations were asked for, for the tasks that follow from it, with what was corrected: the person who acts is shown
     * nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public List<Referral> referralsToAssess(CaseFile file, CaseKey key) {
        return key.opened(ways.referrals(file.id()));
    }

    /** What belongs to the groups for which there is a key. */
    private Circumstances read(CaseFile file, Function<AccessGroup, Optional<CaseKey>> keys) {
        return Circumstances.inOrder(
                opened(keys.apply(AccessGroup.ATTEMPT), () -> ways.attempts(file.id())),
                opened(keys.apply(AccessGroup.DEVICE), () -> ways.devices(file.id())),
                opened(keys.apply(AccessGroup.VULNERABILITY), () -> ways.vulnerabilities(file.id())),
                opened(keys.apply(AccessGroup.LEG), () -> ways.legs(file.id())),
                plain(file, keys));
    }

    /** All plain kinds in one query; a row is opened with the key for its own kind, or left out. */
    private List<PlainCircumstance<?>> plain(CaseFile file, Function<AccessGroup, Optional<CaseKey>> keys) {
        Map<AccessGroup, CaseKey> handed = new EnumMap<>(AccessGroup.class);
        CircumstanceKind.GROUPS.forEach(group -> keys.apply(group).ifPresent(key -> handed.put(group, key)));
        return handed.isEmpty()
                ? List.of()
                : ways.plain(file.id()).stream()
                        .flatMap(row ->
                                Optional.ofNullable(handed.get(row.kind().group()))
                                        .flatMap(key -> key.opened(Optional.<PlainCircumstance<?>>of(row)))
                                        .stream())
                        .toList();
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
        long earlier = ways.attemptsOf(file.id(), who);
        CaseRoom.forOneMore(earlier);
        Attempt attempt = attempt(file, who, known, earlier);
        changes.recorded(file, AccessGroup.ATTEMPT);
        return attempt.id();
    }

    /** @throws RuleViolation at «number» or «label» if the one is no phone number, or the other looks like one */
    public EntryId recordDevice(CaseNumber number, ParticipantId who, @Valid NewDevice known) {
        CaseFile file = open(number, who, AccessGroup.DEVICE);
        CaseRoom.forOneMore(ways.devicesOf(file.id(), who));
        Device device = Device.record(
                file,
                who,
                known,
                NumberTrace.of(known, keys),
                recording(file, AccessGroup.DEVICE),
                LocalDate.now(clock));
        ways.add(device);
        changes.recorded(file, AccessGroup.DEVICE);
        return device.id();
    }

    public EntryId recordVulnerability(CaseNumber number, ParticipantId who, @Valid NewVulnerability known) {
        CaseFile file = open(number, who, AccessGroup.VULNERABILITY);
        CaseRoom.forOneMore(ways.vulnerabilitiesOf(file.id(), who));
        Vulnerability vulnerability = Vulnerability.record(
                file, who, known, recording(file, AccessGroup.VULNERABILITY), LocalDate.now(clock));
        ways.add(vulnerability);
        changes.recorded(file, AccessGroup.VULNERABILITY);
        return vulnerability.id();
    }

    /**
     * Records what is one sealed record.
     *
     * @throws NotFound if it concerns or names what is not in this case
     * @throws RuleViolation at a field that contradicts another
     */
    public <N extends Record & NewCircumstance> EntryId record(CaseNumber number, @Valid N known) {
        AccessGroup group = known.circumstance().group();
        CaseFile file = access.toChange(number, group);
        Circumstances history = history(file, group);
        known.whom().forEach(who -> CaseRoom.forOneMore(history.of(who).plain().size()));
        require(file, known, history, Optional.empty());
        Recording now = recording(file, group);
        PlainCircumstance<?> row = PlainCircumstance.record(file, known, now, LocalDate.now(clock));
        if (row.needsTwo()) {
            row.await(now.key());
        }
        ways.add(row);
        changes.recorded(file, group);
        return row.id();
    }

    /**
     * @param corrected the row in whose place it comes; empty if it is new
     * @throws NotFound if it concerns or names what is not in this case
     * @throws RuleViolation if something of somebody is passed on who did not agree to it, and nothing says why
     */
    void require(CaseFile file, NewCircumstance known, Circumstances history, Optional<EntryId> corrected) {
        participants.require(file, known.whom());
        if (known instanceof NewDetention detention) {
            detention.entry().ifPresent(entry -> participants.requireEntry(file, entry));
        }
        if (known instanceof NewIncident incident) {
            Set<EntryId> incidents =
                    history.incidents().stream().map(Incident::original).collect(Collectors.toSet());
            if (!incidents.containsAll(incident.triggeredBy())) {
                throw new NotFound();
            }
        }
        if (known instanceof NewReferral referral) {
            Optional<NewReferral> before = history.referrals().stream()
                    .filter(each -> corrected.filter(each.id()::equals).isPresent())
                    .findFirst()
                    .map(Referral::known);
            referralConsents.require(file, referral, before);
        }
    }

    /** @throws NotFound if a traveller is not in this case */
    public EntryId recordLeg(CaseNumber number, @Valid NewLeg known) {
        CaseFile file = access.toChange(number, AccessGroup.LEG);
        participants.require(file, known.travellers());
        List<Leg> legs = file.key(AccessGroup.LEG).opened(ways.legs(file.id()));
        known.travellers()
                .forEach(who -> CaseRoom.forOneMore(
                        legs.stream().filter(each -> each.isTravelledBy(who)).count()));
        Leg leg = Leg.record(file, known, wayTags.of(known), recording(file, AccessGroup.LEG), LocalDate.now(clock));
        ways.add(leg);
        changes.recorded(file, AccessGroup.LEG);
        return leg.id();
    }

    /**
     * What stands of those who go into another case goes with them.
     *
     * @throws RuleViolation if a correction of theirs waits for a supervisor: what it would lift stays
     */
    void split(@Observes PeopleSplit split) {
        List<Circumstance<?, ?, ?>> going = read(split.from(), group -> Optional.of(split.read()))
                .standing()
                .all()
                .filter(each -> each.goes(split.copy()))
                .toList();
        if (going.stream().anyMatch(each -> each.isWaiting() && each.replaces().isPresent())) {
            throw new RuleViolation("split.correction-waits");
        }
        // One may name another that is copied after it.
        going.forEach(each -> split.copy().id(each.original()));
        going.forEach(each -> {
            each.copyInto(split.copy());
            ways.addCopy(each);
        });
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

    /** A leg that an entry names, as it stands. */
    private Optional<Leg> leg(CaseFile file, EntryId original) {
        access.alsoNames(file, AccessGroup.LEG);
        return file.key(AccessGroup.LEG).opened(ways.leg(file.id(), original));
    }

    /** Back from the way to contact is a failed attempt: it is recorded with the outcome that the entry names. */
    void failedAttempt(@Observes StageEntered entered) {
        if (entered.isWayBack() && entered.entry().replaces().isEmpty()) {
            entered.entry().attemptOutcome().ifPresent(outcome -> {
                access.alsoNames(entered.file(), AccessGroup.ATTEMPT);
                NewAttempt told = new NewAttempt(entered.entry().happened(), outcome, "");
                ParticipantId who = entered.participant().id();
                attempt(
                        entered.file(),
                        who,
                        told,
                        ways.attemptsOf(entered.file().id(), who));
            });
        }
    }

    private Attempt attempt(CaseFile file, ParticipantId who, NewAttempt known, long earlier) {
        Attempt attempt = Attempt.record(
                file, who, (int) earlier + 1, known, recording(file, AccessGroup.ATTEMPT), LocalDate.now(clock));
        ways.add(attempt);
        return attempt;
    }

    private CaseFile open(CaseNumber number, ParticipantId who, AccessGroup group) {
        CaseFile file = access.toChange(number, group);
        participants.require(file, List.of(who));
        return file;
    }

    private Recording recording(CaseFile file, AccessGroup group) {
        return new Recording(user.actor().signed(clock.instant()), file.key(group));
    }
}
