package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor closes a case, or asks another one to: nobody alone stops the reckoning of somebody's risk who is held, on the way
 * or silent. Why is sealed.
 */
@Entity
@Table(name = "closure")
public class Closure extends ChangingRow<Closure.Words, Closure.Reopened> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("closure", "sealed", Words.class);
    private static final SealedColumn<Reopened> STATE = new SealedColumn<>("closure", "sealed_state", Reopened.class);

    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    @Enumerated(EnumType.STRING)
    private ClosureState state;

    private @Nullable Signed decided;

    private @Nullable Signed reopened;

    record Words(String why) {}

    /** Why the case was opened again; empty if it was not. */
    record Reopened(String why) {}

    protected Closure() {
        super(WORDS, STATE); // Hibernate
    }

    private Closure(CaseFile file, NewClosure wanted, ClosureState state, Recording recording) {
        super(WORDS, STATE, file.id());
        this.closeReason = wanted.closeReason();
        this.state = state;
        say(new Words(wanted.why().strip()), recording);
        keep(new Reopened(""), recording.key());
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
        // What was sealed before a reopening had a reason stays readable.
        Stream<Object> decision = Stream.of(
                state,
                Optional.ofNullable(decided).map(Signed::by),
                Optional.ofNullable(decided).map(Signed::at));
        Stream<Object> reopening = reopened().stream().flatMap(each -> Stream.of(each.by(), each.at()));
        return Stream.concat(decision, reopening).toList();
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
        keep(new Reopened(""), recording.key());
    }

    /** The case that it closed is opened again. */
    void reopen(NewReopening told, Recording recording) {
        reopened = recording.signed();
        keep(new Reopened(told.why().strip()), recording.key());
    }

    /** Who opened the case again, and when; empty if nobody did. */
    public Optional<Signed> reopened() {
        return Optional.ofNullable(reopened);
    }

    /** In the words of the supervisor who opened it again; empty if nobody did. */
    public String whyReopened() {
        return became().why();
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

    /** Who closed the case, and when: the second of two if it took two. */
    public Signed closed() {
        return Optional.ofNullable(decided).orElse(recorded());
    }

    /** In the words of the supervisor who closed it, or asked. */
    public String why() {
        return words().why();
    }
}
