package org.durumi.risk;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * How near a participant was to being sent back, from one moment to another. Its findings are rows of their own. Years
 * later it still answers why somebody was critical on that day.
 */
@Entity
@Table(name = "risk_assessment")
public class RiskAssessment {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private ParticipantId participantId;

    private int score;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String[] unknowns;
    private String content;
    private int carriedPoints;
    private String[] carriedRules;
    private @Nullable LocalDate carriedSince;
    private int ruleVersion;
    private Instant assessedAt;
    private @Nullable Instant supersededAt;

    @Version
    private int version;

    protected RiskAssessment() {} // Hibernate

    static RiskAssessment store(CaseFile file, ParticipantId who, Assessment assessment, Instant now) {
        RiskAssessment stored = new RiskAssessment();
        stored.id = EntryId.create();
        stored.caseId = file.id();
        stored.participantId = who;
        stored.score = assessment.score();
        stored.level = assessment.level();
        stored.unknowns = unknowns(assessment);
        stored.content = content(assessment);
        stored.carriedPoints = assessment.carried().map(Carried::points).orElse(0);
        stored.carriedRules = carriedRules(assessment);
        stored.carriedSince = assessment.carried().map(Carried::since).orElse(null);
        stored.ruleVersion = assessment.ruleVersion();
        stored.assessedAt = now;
        return stored;
    }

    /** The findings of this assessment, to be stored with it. */
    List<RiskFinding> findings(Assessment assessment) {
        return IntStream.range(0, assessment.findings().size())
                .mapToObj(i -> RiskFinding.of(this, i + 1, assessment.findings().get(i)))
                .toList();
    }

    /** Whether the same was found, asked and scored, by the same rules. */
    boolean says(Assessment assessment) {
        return ruleVersion == assessment.ruleVersion()
                && score == assessment.score()
                && level == assessment.level()
                && Arrays.equals(unknowns, unknowns(assessment))
                && carried().equals(assessment.carried())
                && content.equals(content(assessment));
    }

    /** A newer assessment has taken its place. */
    void supersede(Instant now) {
        supersededAt = now;
    }

    private static String[] unknowns(Assessment assessment) {
        return assessment.unknowns().stream()
                .map(each -> each.rule() + ":" + each.question())
                .toArray(String[]::new);
    }

    private static String[] carriedRules(Assessment assessment) {
        return assessment.carried().stream()
                .flatMap(each -> each.rules().stream())
                .map(RuleCode::name)
                .toArray(String[]::new);
    }

    private static String content(Assessment assessment) {
        return assessment.findings().stream().map(Finding::content).collect(Collectors.joining("\n"));
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public ParticipantId participant() {
        return participantId;
    }

    public int score() {
        return score;
    }

    public Level level() {
        return level;
    }

    public List<Unknown> unknowns() {
        return Arrays.stream(unknowns)
                .map(each -> each.split(":"))
                .map(parts -> new Unknown(RuleCode.valueOf(parts[0]), Question.valueOf(parts[1])))
                .toList();
    }

    /** What still counted from before; empty if nothing did. */
    public Optional<Carried> carried() {
        return Optional.ofNullable(carriedSince)
                .map(since -> new Carried(
                        carriedPoints,
                        Arrays.stream(carriedRules).map(RuleCode::valueOf).toList(),
                        since));
    }

    public int ruleVersion() {
        return ruleVersion;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /** Empty while it is the standing assessment. */
    public Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }
}
