package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor took somebody out of a case: they were entered by mistake, or went into a case of their own. What was recorded of
 * them stays. Why, and where they went, is sealed.
 */
@Entity
@Table(name = "taken_out")
public class TakenOut extends ChangingRow<TakenOut.Words, TakenOut.Back> {
    /** The shortest reason, in visible characters. */
    public static final int SHORTEST_REASON = 10;

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("taken_out", "sealed", Words.class);
    private static final SealedColumn<Back> STATE = new SealedColumn<>("taken_out", "sealed_state", Back.class);

    private ParticipantId participantId;
    private @Nullable Signed putBack;

    record Words(String why, Optional<CaseNumber> into) {}

    /** @param why they were put in again; empty as long as they were not */
    record Back(String why) {}

    @SuppressWarnings("NullAway.Init")
    protected TakenOut() {
        super(WORDS, STATE); // Hibernate
    }

    private TakenOut(Participant who, String why, Optional<CaseNumber> into, Recording recording) {
        super(WORDS, STATE, who.caseId());
        participantId = who.id();
        say(new Words(why, into), recording);
        keep(new Back(""), recording.key());
    }

    /** @throws RuleViolation at «why» if hardly anything of it is visible */
    static TakenOut byMistake(Participant who, String why, Recording recording) {
        return new TakenOut(who, reason(why), Optional.empty(), recording);
    }

    /** @throws RuleViolation at «why» if hardly anything of it is visible */
    static TakenOut splitOff(Participant who, CaseNumber into, String why, Recording recording) {
        return new TakenOut(who, reason(why), Optional.of(into), recording);
    }

    static String reason(String why) {
        if (VisibleText.length(why) < SHORTEST_REASON) {
            throw RuleViolation.at("why", "taken-out.why.too-short", SHORTEST_REASON);
        }
        return why.strip();
    }

    /** @throws RuleViolation if they went into another case, or at «why» if hardly anything of it is visible */
    void putBack(String why, Recording recording) {
        if (into().isPresent()) {
            throw new RuleViolation("taken-out.split");
        }
        Back said = new Back(reason(why));
        putBack = recording.signed();
        keep(said, recording.key());
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(putBack().map(Signed::by), putBack().map(Signed::at));
    }

    public ParticipantId participant() {
        return participantId;
    }

    public String why() {
        return words().why();
    }

    /** The case of their own into which they went; empty if it was a mistake that they were in this one. */
    public Optional<CaseNumber> into() {
        return words().into();
    }

    /** Who put them in again, and when; empty as long as nobody has. */
    public Optional<Signed> putBack() {
        return Optional.ofNullable(putBack);
    }

    /** Why they were put in again; empty if they were not. */
    public String whyBack() {
        return became().why();
    }
}
