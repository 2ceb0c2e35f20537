package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** One leg of a way, planned or travelled, by some of the participants of a case. */
@Entity
@Table(name = "leg")
public class Leg extends Circumstance<NewLeg, NewLeg, Leg.Travelled> {
    private static final SealedColumn<NewLeg> SAID = new SealedColumn<>("leg", "sealed", NewLeg.class);
    private static final SealedColumn<Travelled> BECAME = new SealedColumn<>("leg", "sealed_state", Travelled.class);

    /** @param state whether it lies ahead, is being travelled or is over */
    record Travelled(LegState state, String strikeReason) implements Became {}

    protected Leg() {
        super(SAID, BECAME); // Hibernate
    }

    private Leg(CaseId caseId, Optional<Leg> wrong, NewLeg told, Recording recording) {
        super(SAID, BECAME, caseId, wrong);
        say(told, recording);
        keep(new Travelled(told.state(), ""), recording.key());
    }

    /**
     * Records a leg.
     *
     * @param today nothing that is over lies in the future
     * @throws RuleViolation at the field that contradicts another
     */
    static Leg record(CaseFile file, NewLeg told, Recording recording, LocalDate today) {
        check(told, today);
        return new Leg(file.id(), Optional.empty(), told, recording);
    }

    /** What is known of it now, in its place. */
    Leg correctedTo(NewLeg told, Recording recording, LocalDate today) {
        check(told, today);
        return new Leg(caseId(), Optional.of(this), told, recording);
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
        return new Leg(caseId(), Optional.of((Leg) sentBack), known(), new Recording(recorded(), key));
    }

    @Override
    protected Travelled becoming(String strikeReason) {
        return new Travelled(state(), strikeReason);
    }

    @Override
    protected List<Object> ownColumns() {
        return List.of();
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

    /** Somebody travels it now. A leg that is not planned stays as it is. */
    void depart(CaseKey key) {
        if (state() == LegState.PLANNED) {
            keep(new Travelled(LegState.UNDER_WAY, ""), key);
        }
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

    public LegState state() {
        return became().state();
    }
}
