package org.durumi.circumstances;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;

/** One leg of a way, planned or travelled, by some of the participants of a case. */
@Entity
@Table(name = "leg")
public class Leg implements Circumstance<NewLeg> {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "case_id"))
    private CaseId caseId;

    private UUID[] travellers;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "from_name"))
    @AttributeOverride(name = "country", column = @Column(name = "from_country"))
    private Place from;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "to_name"))
    @AttributeOverride(name = "country", column = @Column(name = "to_country"))
    private Place to;

    @Enumerated(EnumType.STRING)
    private Means means;

    private String vessel;

    @Enumerated(EnumType.STRING)
    private Border border;

    @Embedded
    @AttributeOverride(name = "earliest", column = @Column(name = "left_earliest"))
    @AttributeOverride(name = "latest", column = @Column(name = "left_latest"))
    @AttributeOverride(name = "precision", column = @Column(name = "left_precision"))
    @AttributeOverride(name = "qualifier", column = @Column(name = "left_qualifier"))
    @AttributeOverride(name = "words", column = @Column(name = "left_words"))
    private PartialDate left;

    @Embedded
    @AttributeOverride(name = "earliest", column = @Column(name = "arrived_earliest"))
    @AttributeOverride(name = "latest", column = @Column(name = "arrived_latest"))
    @AttributeOverride(name = "precision", column = @Column(name = "arrived_precision"))
    @AttributeOverride(name = "qualifier", column = @Column(name = "arrived_qualifier"))
    @AttributeOverride(name = "words", column = @Column(name = "arrived_words"))
    private PartialDate arrived;

    private Integer days;
    private Integer idChecks;

    @Enumerated(EnumType.STRING)
    private LegState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recorded_by"))
    private UserId recordedBy;

    private Instant recordedAt;

    @Version
    private int version;

    protected Leg() {} // Hibernate

    /**
     * Records a leg.
     *
     * @param today nothing that is over lies in the future
     * @throws RuleViolation at the field that contradicts another
     */
    static Leg record(CaseFile file, NewLeg known, UserId recorder, Instant now, LocalDate today) {
        Leg leg = new Leg();
        leg.id = EntryId.create();
        leg.caseId = file.id();
        leg.take(known, recorder, now, today);
        return leg;
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewLeg known, int seen, UserId recorder, Instant now, LocalDate today) {
        if (seen != version) {
            throw new ChangedMeanwhile();
        }
        take(known, recorder, now, today);
    }

    private void take(NewLeg known, UserId recorder, Instant now, LocalDate today) {
        if (known.state() != LegState.PLANNED && known.left().isAfter(today)) {
            throw RuleViolation.at("left", "leg.left.future", known.state());
        }
        if (known.state() == LegState.DONE && known.arrived().isAfter(today)) {
            throw RuleViolation.at("arrived", "leg.arrived.future");
        }
        if (known.left().isKnown()
                && known.arrived().isKnown()
                && known.arrived().latest().isBefore(known.left().earliest())) {
            throw RuleViolation.at("arrived", "leg.order");
        }
        travellers =
                known.travellers().stream().map(ParticipantId::value).sorted().toArray(UUID[]::new);
        from = known.from();
        to = known.to();
        means = known.means();
        vessel = known.vessel().strip();
        border = known.border();
        left = known.left();
        arrived = known.arrived();
        days = known.days().orElse(null);
        idChecks = known.idChecks().orElse(null);
        state = known.state();
        recordedBy = recorder;
        recordedAt = now;
    }

    /** Somebody travels it now. A leg that is not planned stays as it is. */
    void depart() {
        if (state == LegState.PLANNED) {
            state = LegState.UNDER_WAY;
        }
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public Set<ParticipantId> travellers() {
        return Arrays.stream(travellers).map(ParticipantId::new).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isTravelledBy(ParticipantId who) {
        return travellers().contains(who);
    }

    public Place from() {
        return from;
    }

    public Place to() {
        return to;
    }

    public Means means() {
        return means;
    }

    public String vessel() {
        return vessel;
    }

    public Border border() {
        return border;
    }

    public PartialDate left() {
        return left;
    }

    public PartialDate arrived() {
        return arrived;
    }

    /** How many days it takes; empty if not known. */
    public Optional<Integer> days() {
        return Optional.ofNullable(days);
    }

    /** How many ID checks are expected; empty if not known. */
    public Optional<Integer> idChecks() {
        return Optional.ofNullable(idChecks);
    }

    public LegState state() {
        return state;
    }

    @Override
    public NewLeg known() {
        return new NewLeg(travellers(), from, to, means, vessel, border, left, arrived, days(), idChecks(), state);
    }

    /** Who recorded it, or changed it last. */
    public UserId recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
