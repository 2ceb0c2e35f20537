package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.DateSpan;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** One leg of a way, planned or travelled, by some of the participants of a case. */
@Entity
@Table(name = "leg")
public class Leg extends CaseRow<Leg.Words> implements Circumstance<NewLeg> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("leg", "sealed", Words.class);

    private UUID[] travellers;
    private String fromCountry;
    private String toCountry;

    @Enumerated(EnumType.STRING)
    private Means means;

    @Enumerated(EnumType.STRING)
    private Border border;

    private DateSpan left;
    private DateSpan arrived;
    private @Nullable Integer days;
    private @Nullable Integer idChecks;

    @Enumerated(EnumType.STRING)
    private LegState state;

    record Words(String from, String to, String vessel, String left, String arrived) {}

    protected Leg() {
        super(WORDS); // Hibernate
    }

    private Leg(CaseFile file, NewLeg told, Recording recording) {
        super(WORDS, file.id(), words(told), recording);
        take(told);
    }

    /**
     * Records a leg.
     *
     * @param today nothing that is over lies in the future
     * @throws RuleViolation at the field that contradicts another
     */
    static Leg record(CaseFile file, NewLeg told, Recording recording, LocalDate today) {
        check(told, today);
        return new Leg(file, told, recording);
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewLeg told, int seen, Recording recording, LocalDate today) {
        requireUnchanged(seen);
        check(told, today);
        take(told);
        say(words(told), recording);
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

    private void take(NewLeg told) {
        travellers =
                told.travellers().stream().map(ParticipantId::value).sorted().toArray(UUID[]::new);
        fromCountry = told.from().country();
        toCountry = told.to().country();
        means = told.means();
        border = told.border();
        left = DateSpan.of(told.left());
        arrived = DateSpan.of(told.arrived());
        days = told.days().orElse(null);
        idChecks = told.idChecks().orElse(null);
        state = told.state();
    }

    private static Words words(NewLeg told) {
        return new Words(
                told.from().name(),
                told.to().name(),
                told.vessel().strip(),
                told.left().words(),
                told.arrived().words());
    }

    @Override
    public NewLeg known() {
        return new NewLeg(
                travellers(), from(), to(), means, vessel(), border, left(), arrived(), days(), idChecks(), state);
    }

    /** Somebody travels it now. A leg that is not planned stays as it is. */
    void depart() {
        if (state == LegState.PLANNED) {
            state = LegState.UNDER_WAY;
        }
    }

    public Set<ParticipantId> travellers() {
        return Arrays.stream(travellers).map(ParticipantId::new).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isTravelledBy(ParticipantId who) {
        return travellers().contains(who);
    }

    /** The country from which it leads, by its code; empty if not known. */
    public String fromCountry() {
        return fromCountry;
    }

    /** The country to which it leads, by its code; empty if not known. */
    public String toCountry() {
        return toCountry;
    }

    public Place from() {
        return new Place(words().from(), fromCountry);
    }

    public Place to() {
        return new Place(words().to(), toCountry);
    }

    public Means means() {
        return means;
    }

    public String vessel() {
        return words().vessel();
    }

    public Border border() {
        return border;
    }

    public PartialDate left() {
        return left.inTheWords(words().left());
    }

    public PartialDate arrived() {
        return arrived.inTheWords(words().arrived());
    }

    /** How many days it takes; empty if not known. */
    public Optional<Integer> days() {
        return Optional.ofNullable(days);
    }

    /** How many days it takes at least: what was said, or what its dates say if that is more; empty if neither is known. */
    public Optional<Integer> daysAtLeast() {
        return Stream.concat(days().stream(), daysByDates().stream()).max(Comparator.naturalOrder());
    }

    /** The first and the last day count; of dates that are not known to the day, as few as possible. */
    private Optional<Integer> daysByDates() {
        PartialDate first = left.inTheWords("");
        PartialDate last = arrived.inTheWords("");
        return first.isKnown() && last.isKnown()
                ? Optional.of((int) ChronoUnit.DAYS.between(first.latest(), last.earliest()) + 1)
                        .filter(known -> known > 0)
                : Optional.empty();
    }

    /** How many ID checks are expected; empty if not known. */
    public Optional<Integer> idChecks() {
        return Optional.ofNullable(idChecks);
    }

    /** Whether it ended before that day, as far as its dates say. */
    public boolean wasOverBefore(LocalDate day) {
        PartialDate last = arrived.inTheWords("");
        PartialDate known = last.isKnown() ? last : left.inTheWords("");
        return known.isKnown() && known.latest().isBefore(day);
    }

    public LegState state() {
        return state;
    }
}
