package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor closes a case, or asks another one to: nobody alone stops the reckoning of somebody's risk who is held, on the way
 * or silent. Why is sealed.
 */
@Entity
@Table(name = "closure")
public class Closure extends ChangingRow<Closure.Words, Nothing> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("closure", "sealed", Words.class);
    private static final SealedColumn<Nothing> STATE = new SealedColumn<>("closure", "sealed_state", Nothing.class);

    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    @Enumerated(EnumType.STRING)
    private ClosureState state;

    private @Nullable Signed decided;

    record Words(String why) {}

    protected Closure() {
        super(WORDS, STATE); // Hibernate
    }

    private Closure(CaseFile file, NewClosure wanted, ClosureState state, Recording recording) {
        super(WORDS, STATE, file.id());
        this.closeReason = wanted.closeReason();
        this.state = state;
        say(new Words(wanted.why().strip()), recording);
        keep(new Nothing(), recording.key());
    }

    /** One supervisor suffices. */
    static Closure atOnce(CaseFile file, NewClosure wanted, Recording recording) {
        return new Closure(file, wanted, ClosureState.CLOSED, recording);
    }

    /** Another one must agree. */
    static Closure ask(CaseFile file, NewClosure wanted, Recording recording) {
        return new Closure(file, wanted, ClosureState.ASKED, recording);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(closeReason);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(
                state,
                Optional.ofNullable(decided).map(Signed::by),
                Optional.ofNullable(decided).map(Signed::at));
    }

    /** @throws RuleViolation if it waits no more, or the same supervisor asked */
    void confirm(Recording recording) {
        requireAnother(recording);
        decide(ClosureState.CLOSED, recording);
    }

    /** @throws RuleViolation if it waits no more, or the same supervisor asked */
    void decline(Recording recording) {
        requireAnother(recording);
        decide(ClosureState.DECLINED, recording);
    }

    /** @throws RuleViolation if it waits no more, or another supervisor asked */
    void withdraw(Recording recording) {
        if (!isOf(recording)) {
            throw new RuleViolation("closure.withdraw.other");
        }
        decide(ClosureState.WITHDRAWN, recording);
    }

    private void requireAnother(Recording recording) {
        if (isOf(recording)) {
            throw new RuleViolation("closure.same-person");
        }
    }

    private boolean isOf(Recording recording) {
        return recorded().by().equals(recording.signed().by());
    }

    private void decide(ClosureState decision, Recording recording) {
        if (!isWaiting()) {
            throw new RuleViolation("closure.decided-already");
        }
        state = decision;
        decided = recording.signed();
        keep(new Nothing(), recording.key());
    }

    public boolean isWaiting() {
        return state == ClosureState.ASKED;
    }

    boolean isClosing() {
        return state == ClosureState.CLOSED;
    }

    public CloseReason closeReason() {
        return closeReason;
    }

    /** In the words of the supervisor who closed it, or asked. */
    public String why() {
        return words().why();
    }
}
