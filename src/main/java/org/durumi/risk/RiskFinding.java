package org.durumi.risk;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.route.Certainty;
import org.hibernate.annotations.Immutable;

/** One finding of a stored assessment, with what the rule saw. Written once. */
@Entity
@Immutable
@Table(name = "risk_finding")
public class RiskFinding {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private EntryId assessmentId;

    private int position;

    @Enumerated(EnumType.STRING)
    private RuleCode rule;

    @Enumerated(EnumType.STRING)
    private Variant variant;

    private int points;
    private String[] blocks;

    @Enumerated(EnumType.STRING)
    private Certainty sure;

    private String[] inputs;
    private UUID[] about;

    protected RiskFinding() {} // Hibernate

    /** @param position from 1, the heaviest first */
    static RiskFinding of(RiskAssessment assessment, int position, Finding found) {
        RiskFinding finding = new RiskFinding();
        finding.id = EntryId.create();
        finding.caseId = assessment.caseId();
        finding.assessmentId = assessment.id();
        finding.position = position;
        finding.rule = found.rule();
        finding.variant = found.variant();
        finding.points = found.points();
        finding.blocks = found.blocks().stream().map(Block::name).sorted().toArray(String[]::new);
        finding.sure = found.sure();
        finding.inputs = Inputs.write(found.inputs());
        finding.about = found.about().stream().map(EntryId::value).sorted().toArray(UUID[]::new);
        return finding;
    }

    EntryId assessment() {
        return assessmentId;
    }

    /** What was found, as it was found. */
    public Finding finding() {
        Set<Block> blocked = Arrays.stream(blocks).map(Block::valueOf).collect(Collectors.toSet());
        Set<EntryId> rows = Arrays.stream(about).map(EntryId::new).collect(Collectors.toSet());
        return new Finding(rule, variant, points, blocked, sure, Inputs.read(inputs), rows);
    }
}
