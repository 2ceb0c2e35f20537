package org.durumi.risk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.approval.WaivedContent;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A departure or an acceptance was forbidden, from one moment until the facts changed. What stands against it is sealed; if
 * somebody else changed it, no waiver covers it.
 */
@Entity
@Table(name = "risk_block")
public class RiskBlock extends ChangingRow<RiskBlock.Against, Nothing> {
    private static final SealedColumn<Against> AGAINST = new SealedColumn<>("risk_block", "sealed", Against.class);
    private static final SealedColumn<Nothing> STATE = new SealedColumn<>("risk_block", "sealed_state", Nothing.class);

    @Enumerated(EnumType.STRING)
    private Block block;

    private UUID subjectId;
    private UUID[] participants;
    private String[] rules;
    private @Nullable Instant liftedAt;

    record Against(String contentHash) {}

    protected RiskBlock() {
        super(AGAINST, STATE); // Hibernate
    }

    private RiskBlock(CaseFile file, StandingBlock standing, Recording recording) {
        super(AGAINST, STATE, file.id());
        block = standing.block();
        subjectId = standing.subjectId();
        participants = standing.participants().stream()
                .map(ParticipantId::value)
                .sorted()
                .toArray(UUID[]::new);
        rules = standing.rules().toArray(String[]::new);
        say(new Against(standing.content().hash()), recording);
        keep(new Nothing(), recording.key());
    }

    static RiskBlock stand(CaseFile file, StandingBlock standing, Recording recording) {
        return new RiskBlock(file, standing, recording);
    }

    @Override
    public void open(CaseKey key) {
        if (!key.opens(id().value(), () -> super.open(key))) {
            readAs(new Against(""), new Nothing());
        }
    }

    @Override
    protected List<Object> inClear() {
        return List.of(block, subjectId, Arrays.toString(participants), String.join(" ", rules));
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(Optional.ofNullable(liftedAt));
    }

    /** Whether it is exactly this block. */
    boolean is(StandingBlock standing) {
        return isAbout(standing.block(), standing.subjectId())
                && words().contentHash().equals(standing.content().hash());
    }

    boolean isAbout(Block kind, UUID subject) {
        return block == kind && subjectId.equals(subject);
    }

    /** Whether nobody has lifted it; an end that the application did not write is none. */
    boolean stands() {
        return liftedAt == null || isChangedOutside();
    }

    /** The facts have changed: it no longer stands. */
    void lift(Recording recording) {
        liftedAt = recording.signed().at();
        keep(new Nothing(), recording.key());
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
        return new WaivedContent(block.waived(), subjectId, words().contentHash());
    }

    /** The rules that stand against it. */
    public List<RuleCode> rules() {
        return Arrays.stream(rules).map(RuleCode::valueOf).toList();
    }

    public Instant since() {
        return recorded().at();
    }
}
