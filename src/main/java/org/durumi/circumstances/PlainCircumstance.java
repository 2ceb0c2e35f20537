package org.durumi.circumstances;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/**
 * A circumstance of which nothing stands in clear but its kind: what it says, and whom it concerns, is one sealed record. All
 * kinds lie in one table. A kind is a record, and a class with its constructors.
 *
 * @param <N> what is known of it
 */
@Entity
@Table(name = "circumstance")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class PlainCircumstance<N extends Record & NewCircumstance>
        extends Circumstance<N, N, PlainCircumstance.Agreed> {
    private static final String TABLE = "circumstance";
    private static final SealedColumn<Agreed> BECAME = new SealedColumn<>(TABLE, "sealed_state", Agreed.class);

    /** @param first the supervisor who agreed, where another one has to confirm it; empty before */
    record Agreed(String strikeReason, Optional<Signed> first) implements Became {}

    @Column(insertable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private CircumstanceKind kind;

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    PlainCircumstance(SealedColumn<N> column) {
        super(column, BECAME);
    }

    PlainCircumstance(
            SealedColumn<N> column,
            CaseId caseId,
            Optional<? extends PlainCircumstance<N>> wrong,
            N told,
            Recording recording) {
        super(column, BECAME, caseId, wrong);
        kind = told.circumstance();
        say(told, recording);
        keep(new Agreed("", Optional.empty()), recording.key());
    }

    /** The column of a kind. */
    static <N extends Record> SealedColumn<N> said(Class<N> kind) {
        return new SealedColumn<>(TABLE, "sealed", kind);
    }

    /** @throws RuleViolation at the field that lies in the future or contradicts another */
    static PlainCircumstance<?> record(CaseFile file, NewCircumstance told, Recording recording, LocalDate today) {
        told.check(today);
        return switch (told) {
            case NewIncident incident -> new Incident(file.id(), Optional.empty(), incident, recording);
            case NewDetention detention -> new Detention(file.id(), Optional.empty(), detention, recording);
            case NewIntervention intervention -> new Intervention(file.id(), Optional.empty(), intervention, recording);
            case NewPosting posting -> new Posting(file.id(), Optional.empty(), posting, recording);
            case NewBackground background -> new Background(file.id(), Optional.empty(), background, recording);
            case NewNeed need -> new Need(file.id(), Optional.empty(), need, recording);
            case NewRelationship relation -> new Relationship(file.id(), Optional.empty(), relation, recording);
            case NewRelative relative -> new Relative(file.id(), Optional.empty(), relative, recording);
            case NewGroup group -> new Group(file.id(), Optional.empty(), group, recording);
            case NewSafeContact contact -> new SafeContact(file.id(), Optional.empty(), contact, recording);
            case NewReferral referral -> new Referral(file.id(), Optional.empty(), referral, recording);
        };
    }

    /** Another row that takes the place of one of its kind. */
    abstract PlainCircumstance<N> inPlaceOf(PlainCircumstance<?> wrong, N told, Recording recording);

    /** What is known of it now, in its place. */
    PlainCircumstance<N> correctedTo(N told, Recording recording, LocalDate today) {
        told.check(today);
        return inPlaceOf(this, told, recording);
    }

    @Override
    PlainCircumstance<N> againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key) {
        return inPlaceOf((PlainCircumstance<?>) sentBack, known(), new Recording(recorded(), key));
    }

    @Override
    final boolean goes(RowCopy copy) {
        return known().goes(copy);
    }

    @Override
    @SuppressWarnings("unchecked") // what is said of fewer people is of the same kind
    protected final N inCopy(N said, RowCopy copy) {
        return (N) said.inCopy(copy);
    }

    @Override
    protected final Agreed becoming(String strikeReason) {
        return new Agreed(strikeReason, first());
    }

    @Override
    protected final List<Object> ownColumns() {
        return List.of(kind);
    }

    @Override
    public final N known() {
        return words();
    }

    @Override
    public final Set<ParticipantId> whom() {
        return known().whom();
    }

    @Override
    public final Optional<Signed> first() {
        return became().first();
    }

    /** @throws RuleViolation if it does not wait, or one person would stand for two */
    @Override
    final void agree(Recording recording) {
        requireOther(first(), recording);
        if (needsTwo() && first().isEmpty()) {
            requireToDecide(recording.signed());
            keep(new Agreed(strikeReason(), Optional.of(recording.signed())), recording.key());
        } else {
            confirm(recording);
        }
    }

    private static void requireOther(Optional<Signed> first, Recording recording) {
        if (first.filter(each -> each.by().equals(recording.signed().by())).isPresent()) {
            throw new RuleViolation("entry.agreed");
        }
    }

    public final CircumstanceKind kind() {
        return kind;
    }

    /** When it happened or began. */
    public final PartialDate when() {
        return known().when();
    }
}
