package org.durumi.risk;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * How near a participant was to being sent back, from one moment to another, with what was found. Years later it still answers
 * why somebody was critical on that day. One that somebody else changed says nothing, and is made anew with the next change of
 * the case.
 */
@Entity
@Table(name = "risk_assessment")
public class RiskAssessment extends ChangingRow<RiskAssessment.Found, Nothing> {
    private static final SealedColumn<Found> FOUND = new SealedColumn<>("risk_assessment", "sealed", Found.class);
    private static final SealedColumn<Nothing> STATE =
            new SealedColumn<>("risk_assessment", "sealed_state", Nothing.class);

    private ParticipantId participantId;
    private @Nullable Instant supersededAt;

    record Found(
            int score,
            Level level,
            List<RiskFinding> findings,
            List<Unknown> unknowns,
            Optional<Carried> carried,
            int ruleVersion) {
        static Found of(Assessment assessment) {
            return new Found(
                    assessment.score(),
                    assessment.level(),
                    assessment.findings().stream().map(RiskFinding::of).toList(),
                    assessment.unknowns(),
                    assessment.carried(),
                    assessment.ruleVersion());
        }

        Assessment assessment() {
            return new Assessment(
                    score, level, findings.stream().map(RiskFinding::finding).toList(), unknowns, carried, ruleVersion);
        }
    }

    protected RiskAssessment() {
        super(FOUND, STATE); // Hibernate
    }

    private RiskAssessment(CaseFile file, ParticipantId who, Found found, Recording recording) {
        super(FOUND, STATE, file.id());
        participantId = who;
        say(found, recording);
        keep(new Nothing(), recording.key());
    }

    static RiskAssessment store(CaseFile file, ParticipantId who, Assessment assessment, Recording recording) {
        return new RiskAssessment(file, who, Found.of(assessment), recording);
    }

    @Override
    public void open(CaseKey key) {
        if (!key.opens(id().value(), () -> super.open(key))) {
            readAs(new Found(0, Level.NOT_ASSESSED, List.of(), List.of(), Optional.empty(), 0), new Nothing());
        }
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(supersededAt());
    }

    /** Whether the same was found, asked and scored, by the same rules. */
    boolean says(Assessment assessment) {
        return words().equals(Found.of(assessment));
    }

    /**
     * An assessment of the same participant, but no less than this one; if this one cannot be read, at least high.
     *
     * @param since the day on which what would have lowered it became known
     */
    Assessment orMore(Assessment now, LocalDate since) {
        return isChangedOutside() ? now.atLeast(Level.HIGH, since) : now.carrying(words().assessment(), since);
    }

    /** A newer assessment has taken its place. */
    void supersede(Recording recording) {
        supersededAt = recording.signed().at();
        keep(new Nothing(), recording.key());
    }

    public ParticipantId participant() {
        return participantId;
    }

    public int score() {
        return words().score();
    }

    public Level level() {
        return words().level();
    }

    /** What counted, the heaviest first. */
    public List<Finding> findings() {
        return words().assessment().findings();
    }

    public List<Unknown> unknowns() {
        return words().unknowns();
    }

    /** What still counted from before; empty if nothing did. */
    public Optional<Carried> carried() {
        return words().carried();
    }

    public int ruleVersion() {
        return words().ruleVersion();
    }

    public Instant assessedAt() {
        return recorded().at();
    }

    /** Empty while it is the standing assessment. */
    public Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }
}
