package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** One leg of a way, planned or travelled, by some of the participants of a case. */
@Entity
@Table(name = "leg")
public class Leg extends Circumstance<NewLeg, NewLeg, Leg.Travelled> {
    private static final SealedColumn<NewLeg> SAID = new SealedColumn<>("leg", "sealed", NewLeg.class);
    private static final SealedColumn<Travelled> BECAME = new SealedColumn<>("leg", "sealed_state", Travelled.class);

    /**
     * @param state whether it lies ahead, is being travelled or is over, for all but those of whom an end is known
     * @param ends by which stages it ended, for whom it did
     */
    record Travelled(LegState state, String strikeReason, Set<End> ends) implements Became {
        Travelled {
            ends = Set.copyOf(ends);
        }
    }

    /**
     * It ended for one of its travellers, by a stage that they reached.
     *
     * @param begun whether they travelled it; else it was planned
     * @param how done or aborted
     * @param by the entry that says so
     */
    record End(ParticipantId who, boolean begun, LegState how, EntryId by) {}

    private @Nullable Integer wayTag;

    protected Leg() {
        super(SAID, BECAME); // Hibernate
    }

    private Leg(
            CaseId caseId,
            Optional<Leg> wrong,
            NewLeg told,
            Set<End> ends,
            Optional<Integer> wayTag,
            Recording recording) {
        super(SAID, BECAME, caseId, wrong);
        this.wayTag = wayTag.orElse(null);
        say(told, recording);
        keep(new Travelled(told.state(), "", ends), recording.key());
    }

    /**
     * Records a leg.
     *
     * @param wayTag under which it is looked for; empty if it is not
     * @param today nothing that is over lies in the future
     * @throws RuleViolation at the field that contradicts another
     */
    static Leg record(CaseFile file, NewLeg told, Optional<Integer> wayTag, Recording recording, LocalDate today) {
        check(told, today);
        return new Leg(file.id(), Optional.empty(), told, Set.of(), wayTag, recording);
    }

    /** What is known of it now, in its place. Who says in which state it is says so of all who travel it. */
    Leg correctedTo(NewLeg told, Optional<Integer> wayTag, Recording recording, LocalDate today) {
        check(told, today);
        Set<End> ends = told.state() != state()
                ? Set.of()
                : became().ends().stream()
                        .filter(each -> told.travellers().contains(each.who()))
                        .collect(Collectors.toSet());
        return new Leg(caseId(), Optional.of(this), told, ends, wayTag, recording);
    }

    private static void check(NewLeg told, LocalDate today) {
        if (told.state() != LegState.PLANNED && told.left().isAfter(today)) {
            throw RuleViolation.at("left", "leg.left.future", told.state());
        }
        if (told.state() == LegState.DONE && told.arrived().isAfter(today)) {
            throw RuleViolation.at("arrived", "leg.arrived.future");
        }
        if (told.left().isKnown()
                && told.arrived().isKnown()
                && told.arrived().latest().isBefore(told.left().earliest())) {
            throw RuleViolation.at("arrived", "leg.order");
        }
    }

    @Override
    Leg againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key) {
        return new Leg(
                caseId(),
                Optional.of((Leg) sentBack),
                known(),
                became().ends(),
                Optional.ofNullable(wayTag),
                new Recording(recorded(), key));
    }

    @Override
    protected NewLeg inCopy(NewLeg said, RowCopy copy) {
        return said.travelledBy(copy.of(said.travellers()));
    }

    /** Who goes takes their own end of it along; of those who stay nothing is said there. */
    @Override
    protected Travelled stateInCopy(Travelled became, RowCopy copy) {
        Set<End> ends = became.ends().stream()
                .filter(each -> copy.takes(each.who()))
                .map(each -> new End(copy.of(each.who()), each.begun(), each.how(), copy.id(each.by())))
                .collect(Collectors.toSet());
        boolean over = ends.size() == copy.of(travellers()).size();
        return new Travelled(over ? howFar(ends) : became.state(), became.strikeReason(), ends);
    }

    @Override
    protected Travelled becoming(String strikeReason) {
        return new Travelled(state(), strikeReason, became().ends());
    }

    /** A leg without a tag is bound as those were that are older than tags. */
    @Override
    protected List<Object> ownColumns() {
        return wayTag == null ? List.of() : List.of(wayTag);
    }

    /**
     * What a row says that was read as it stands.
     *
     * @param clear who recorded it and when, with what it began, its tag, what it corrects
     */
    static NewLeg read(Sealed sealed, UUID row, CaseKey key, Object... clear) {
        return SAID.read(SAID.open(sealed, row, key, clear));
    }

    @Override
    public NewLeg known() {
        return new NewLeg(
                travellers(),
                from(),
                to(),
                means(),
                vessel(),
                border(),
                left(),
                arrived(),
                days(),
                idChecks(),
                state());
    }

    /**
     * Somebody travels it now, perhaps once more. A leg that is over by what was recorded of it stays as it is.
     *
     * @return whether that changes it
     */
    boolean depart(ParticipantId who, CaseKey key) {
        Set<End> others = endsBut(who);
        boolean again = others.size() < became().ends().size();
        if (state() == LegState.PLANNED || again) {
            keep(new Travelled(LegState.UNDER_WAY, "", others), key);
            return true;
        }
        return false;
    }

    /**
     * It is over for one of its travellers: they came to its end, or they did not. It is over when it is so for all of them,
     * and done if anybody came to its end.
     *
     * @param by the entry that ends it
     */
    void end(ParticipantId who, LegState how, EntryId by, CaseKey key) {
        boolean begun = stateBeforeEnd(who) == LegState.UNDER_WAY;
        Set<End> ends = endsBut(who);
        ends.add(new End(who, begun, how, by));
        boolean lastLeft =
                ends.stream().map(End::who).collect(Collectors.toSet()).containsAll(travellers());
        keep(new Travelled(lastLeft ? howFar(ends) : state(), "", ends), key);
    }

    private static LegState howFar(Set<End> ends) {
        return ends.stream().anyMatch(each -> each.how() == LegState.DONE) ? LegState.DONE : LegState.ABORTED;
    }

    private Set<End> endsBut(ParticipantId who) {
        return became().ends().stream()
                .filter(each -> !each.who().equals(who))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** In which state it was for one of its travellers before it ended for them; as it is, if it did not. */
    LegState stateBeforeEnd(ParticipantId who) {
        return end(who).map(each -> each.begun() ? LegState.UNDER_WAY : LegState.PLANNED)
                .orElseGet(() -> state(who));
    }

    public Set<ParticipantId> travellers() {
        return words().travellers();
    }

    @Override
    public Set<ParticipantId> whom() {
        return travellers();
    }

    public boolean isTravelledBy(ParticipantId who) {
        return travellers().contains(who);
    }

    public Place from() {
        return words().from();
    }

    public Place to() {
        return words().to();
    }

    public Means means() {
        return words().means();
    }

    public String vessel() {
        return words().vessel();
    }

    public Border border() {
        return words().border();
    }

    public PartialDate left() {
        return words().left();
    }

    public PartialDate arrived() {
        return words().arrived();
    }

    /** How many days it takes; empty if not known. */
    public Optional<Integer> days() {
        return words().days();
    }

    /** How many days it takes at least: what was said, or what its dates say if that is more; empty if neither is known. */
    public Optional<Integer> daysAtLeast() {
        return Stream.concat(days().stream(), daysByDates().stream()).max(Comparator.naturalOrder());
    }

    /** The first and the last day count; of dates that are not known to the day, as few as possible. */
    private Optional<Integer> daysByDates() {
        PartialDate first = left();
        PartialDate last = arrived();
        return first.isKnown() && last.isKnown()
                ? Optional.of((int) ChronoUnit.DAYS.between(first.latest(), last.earliest()) + 1)
                        .filter(known -> known > 0)
                : Optional.empty();
    }

    /** How many ID checks are expected; empty if not known. */
    public Optional<Integer> idChecks() {
        return words().idChecks();
    }

    /** Whether it ended before that day, as far as its dates say. */
    public boolean wasOverBefore(LocalDate day) {
        PartialDate last = arrived();
        PartialDate known = last.isKnown() ? last : left();
        return known.isKnown() && known.latest().isBefore(day);
    }

    /** What it is for whoever travels it still, or if nobody does, how far anybody came. */
    public LegState state() {
        return became().state();
    }

    /** What it is for one of its travellers: one is held on the way, and the others go on. */
    public LegState state(ParticipantId who) {
        return end(who).map(End::how).orElse(state());
    }

    /** Whether somebody set out on it; of one that is aborted somebody did, unless a stage says that it was only planned. */
    public boolean wasBegunBy(ParticipantId who) {
        return end(who).map(End::begun).orElse(state() != LegState.PLANNED);
    }

    /** The entry by which it ended for somebody; empty if none did. */
    public Optional<EntryId> endedBy(ParticipantId who) {
        return end(who).map(End::by);
    }

    private Optional<End> end(ParticipantId who) {
        return became().ends().stream().filter(each -> each.who().equals(who)).findFirst();
    }
}
