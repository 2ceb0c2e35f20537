package org.durumi.cases;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A row that is never overwritten: a correction adds another in its place and strikes this one, visibly, with the reason. A
 * row that waits for a supervisor counts at once.
 *
 * @param <W> what it says
 * @param <S> what became of it
 */
@MappedSuperclass
public abstract class CorrectableRow<W extends Record, S extends Record & CorrectableRow.Became>
        extends ChangingRow<W, S> {
    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    private @Nullable Signed decided;
    private @Nullable EntryId replaces;
    private @Nullable Signed struck;

    /** What became of a row. */
    public interface Became {
        /** Why it was struck; empty if it stands. */
        String strikeReason();
    }

    /** A row of which nothing becomes but that it is struck. */
    public record Struck(String strikeReason) implements Became {}

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected CorrectableRow(SealedColumn<W> column, SealedColumn<S> stateColumn) {
        super(column, stateColumn);
    }

    /**
     * A new row, which {@link #say says} what somebody records and {@link #keep keeps} its first state.
     *
     * @param replaces what it corrects; empty if it is no correction
     */
    protected CorrectableRow(
            SealedColumn<W> column,
            SealedColumn<S> stateColumn,
            CaseId caseId,
            Confirmation confirmation,
            Optional<EntryId> replaces) {
        super(column, stateColumn, caseId);
        this.confirmation = confirmation;
        this.replaces = replaces.orElse(null);
    }

    /** Whom it concerns. */
    public abstract Set<ParticipantId> whom();

    /** What is sealed of what became of it. */
    protected abstract S becoming(String strikeReason);

    /** What else stands in clear and never changes, in a fixed order; optional where it may be missing. */
    protected abstract List<Object> columns();

    @Override
    protected final List<Object> inClear() {
        return Stream.concat(columns().stream(), Stream.of(replaces())).toList();
    }

    @Override
    protected final List<Object> stateInClear() {
        return List.of(
                confirmation,
                decided().map(Signed::by),
                decided().map(Signed::at),
                struck().map(Signed::by),
                struck().map(Signed::at));
    }

    /** Struck rows stay where they are: what stands corrects nothing in another case. */
    @Override
    protected void columnsInCopy(RowCopy copy) {
        replaces = null;
    }

    /** A supervisor has to confirm it, as turned out before it was stored. */
    public final void await(CaseKey key) {
        confirmation = Confirmation.WAITING;
        keep(became(), key);
    }

    /**
     * A supervisor confirms it.
     *
     * @throws RuleViolation if it does not wait, was struck, or the supervisor recorded it
     */
    public final void confirm(Recording recording) {
        decide(recording.signed());
        confirmation = Confirmation.CONFIRMED;
        keep(became(), recording.key());
    }

    /**
     * A supervisor does not confirm it: it is struck, with the reason.
     *
     * @throws RuleViolation if it does not wait, was struck, or the supervisor recorded it; or the reason is empty
     */
    public final void sendBack(String why, Recording recording) {
        requireReason("reason", why);
        decide(recording.signed());
        confirmation = Confirmation.SENT_BACK;
        strike(why, recording);
    }

    /** @throws RuleViolation at the field if nobody can see a reason in it */
    public static void requireReason(String field, String why) {
        if (VisibleText.isEmpty(why)) {
            throw RuleViolation.at(field, "entry.reason.missing");
        }
    }

    private void decide(Signed supervisor) {
        requireToDecide(supervisor);
        decided = supervisor;
    }

    /** @throws RuleViolation if it does not wait, was struck or changed outside, or the supervisor recorded it */
    protected final void requireToDecide(Signed supervisor) {
        if (!isWaiting()) {
            throw new RuleViolation("entry.not-waiting");
        }
        // To decide about it would seal what somebody else wrote.
        if (isChangedOutside()) {
            throw new RuleViolation("changed-outside.entry");
        }
        if (recorded().by().equals(supervisor.by())) {
            throw new RuleViolation("entry.own");
        }
    }

    /** @throws RuleViolation if it has been struck already */
    public final void strike(String why, Recording recording) {
        if (!stands()) {
            throw new RuleViolation("entry.struck");
        }
        struck = recording.signed();
        keep(becoming(why), recording.key());
    }

    /** Everybody who recorded, decided or struck it. */
    public final Set<UserId> people() {
        return Stream.of(Optional.of(recorded()), decided(), struck())
                .flatMap(Optional::stream)
                .map(Signed::by)
                .collect(Collectors.toSet());
    }

    public final Confirmation confirmation() {
        return confirmation;
    }

    /** Who confirmed it or sent it back; empty if nobody has. */
    public final Optional<Signed> decided() {
        return Optional.ofNullable(decided);
    }

    /** The row that this one corrects; empty if it is no correction. */
    public final Optional<EntryId> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** Whether a supervisor still has to confirm it. */
    public final boolean isWaiting() {
        return confirmation == Confirmation.WAITING && stands();
    }

    /** Whether it counts: it was not struck. */
    public final boolean stands() {
        return struck == null;
    }

    /** Empty while it stands. */
    public final Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }

    /** Why it was struck; empty if it stands. */
    public final String strikeReason() {
        return became().strikeReason();
    }
}
