package org.durumi.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.cases.KnownRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/**
 * What a source says about a case: a claim, not a fact. Somebody adopts or rejects it, with a reason; what is corrected of it
 * is decided anew.
 */
@Entity
@Table(name = "claim")
public class Claim extends KnownRow<NewClaim, NewClaim, Claim.Judged> {
    private static final SealedColumn<NewClaim> SAID = new SealedColumn<>("claim", "sealed", NewClaim.class);
    private static final SealedColumn<Judged> BECAME = new SealedColumn<>("claim", "sealed_state", Judged.class);

    private SourceId sourceId;

    /**
     * What was decided about it.
     *
     * @param judgement who decided it last, and why; empty if nobody has
     */
    record Judged(ClaimState state, Optional<Judgement> judgement, String strikeReason) implements Became {}

    @SuppressWarnings("NullAway.Init")
    protected Claim() {
        super(SAID, BECAME); // Hibernate
    }

    private Claim(CaseId caseId, Optional<Claim> wrong, NewClaim told, Recording recording, LocalDate today) {
        super(SAID, BECAME, caseId, wrong);
        check(told, today);
        sourceId = told.source();
        say(told, recording);
        keep(new Judged(ClaimState.OPEN, Optional.empty(), ""), recording.key());
    }

    /**
     * Records a claim.
     *
     * @throws RuleViolation at the field that contradicts another
     */
    static Claim record(CaseFile file, NewClaim told, Recording recording, LocalDate today) {
        return new Claim(file.id(), Optional.empty(), told, recording, today);
    }

    /** What it really says, in its place; nobody has decided about that yet. */
    Claim correctedTo(NewClaim told, Recording recording, LocalDate today) {
        return new Claim(caseId(), Optional.of(this), told, recording, today);
    }

    private static void check(NewClaim told, LocalDate today) {
        if (told.said().isAfter(today)) {
            throw RuleViolation.at("said", "claim.said.future");
        }
        if (told.happened().isAfter(today) && told.modality() != Modality.FORECAST) {
            throw RuleViolation.at("happened", "claim.happened.future");
        }
        if (told.stance().isPresent() && told.actor().isBlank()) {
            throw RuleViolation.at("actor", "claim.actor.missing");
        }
        if (told.stance().isEmpty() && !told.actor().isBlank()) {
            throw RuleViolation.at("stance", "claim.stance.missing");
        }
    }

    /**
     * Somebody decides about it.
     *
     * @throws ChangedMeanwhile if it was corrected since, or the version is not the one that was seen
     * @throws RuleViolation if that is decided already, or nobody can see a reason
     */
    void judge(NewJudgement decided, int seen, Recording recording) {
        requireStanding(seen);
        if (decided.state() == state()) {
            throw RuleViolation.at("state", "claim.judged.already", state());
        }
        requireReason("why", decided.why());
        Judgement judgement = new Judgement(decided.why().strip(), recording.signed());
        keep(new Judged(decided.state(), Optional.of(judgement), ""), recording.key());
    }

    /** Whether it goes with those who go into another case: it is about one of them, or about everybody. */
    boolean goes(RowCopy copy) {
        return whom().isEmpty() || copy.takesSome(whom());
    }

    @Override
    protected NewClaim inCopy(NewClaim said, RowCopy copy) {
        return said.about(copy.of(said.about()), said.entry().flatMap(copy::known));
    }

    @Override
    protected Judged becoming(String strikeReason) {
        return new Judged(state(), judgement(), strikeReason);
    }

    @Override
    protected List<Object> ownColumns() {
        return List.of(sourceId);
    }

    @Override
    public NewClaim known() {
        return words();
    }

    /** Whom it is about; nobody if it is about the case as a whole. */
    @Override
    public Set<ParticipantId> whom() {
        return words().about();
    }

    /** Whether it says something about this person: what is about the case as a whole is about everybody. */
    public boolean isAbout(ParticipantId who) {
        return whom().isEmpty() || whom().contains(who);
    }

    public ClaimTopic topic() {
        return words().topic();
    }

    public String statement() {
        return words().statement();
    }

    public SourceId source() {
        return sourceId;
    }

    /** What an office says to the matter; empty if it is no official statement. */
    public Optional<OfficialStance> stance() {
        return words().stance();
    }

    public ClaimState state() {
        return became().state();
    }

    /** Who decided about it last, and why; empty if nobody has. */
    public Optional<Judgement> judgement() {
        return became().judgement();
    }

    /** Whether it still says something: it stands, and is neither rejected nor superseded. */
    public boolean counts() {
        return stands() && state().counts();
    }

    /** Everybody who recorded it, corrected it or decided about it. */
    Set<UserId> handled() {
        return Stream.concat(people().stream(), judgement().map(Judgement::signed).map(Signed::by).stream())
                .collect(Collectors.toSet());
    }
}
