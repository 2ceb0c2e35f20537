package org.durumi.risk;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;

/** A departure or an acceptance was forbidden, from one moment until the facts changed. */
@Entity
@Table(name = "risk_block")
public class RiskBlock {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    @Enumerated(EnumType.STRING)
    private Block block;

    private UUID subjectId;
    private UUID[] participants;
    private String contentHash;
    private String[] rules;
    private Instant since;
    private Instant liftedAt;

    @Version
    private int version;

    protected RiskBlock() {} // Hibernate

    static RiskBlock stand(CaseFile file, StandingBlock standing, Instant now) {
        RiskBlock block = new RiskBlock();
        block.id = EntryId.create();
        block.caseId = file.id();
        block.block = standing.block();
        block.subjectId = standing.subjectId();
        block.participants = standing.participants().stream()
                .map(ParticipantId::value)
                .sorted()
                .toArray(UUID[]::new);
        block.contentHash = standing.content().hash();
        block.rules = standing.rules().toArray(String[]::new);
        block.since = now;
        return block;
    }

    /** Whether it is exactly this block. */
    boolean is(StandingBlock standing) {
        return block == standing.block()
                && subjectId.equals(standing.subjectId())
                && contentHash.equals(standing.content().hash());
    }

    /** The facts have changed: it no longer stands. */
    void lift(Instant now) {
        liftedAt = now;
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public Block block() {
        return block;
    }

    /** The participant who must not leave, or the quote that must not be accepted. */
    public UUID subjectId() {
        return subjectId;
    }

    public Set<ParticipantId> participants() {
        return Arrays.stream(participants).map(ParticipantId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** What a waiver must be bound to. */
    WaivedContent content() {
        WaiverSubject subject = block == Block.DEPARTURE ? WaiverSubject.DEPARTURE : WaiverSubject.QUOTE;
        return new WaivedContent(subject, subjectId, contentHash);
    }

    /** The rules that stand against it. */
    public List<RuleCode> rules() {
        return Arrays.stream(rules).map(RuleCode::valueOf).toList();
    }

    public Instant since() {
        return since;
    }
}
