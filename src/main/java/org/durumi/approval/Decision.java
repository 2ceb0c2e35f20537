package org.durumi.approval;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.mac.Values;
import org.hibernate.annotations.Immutable;

/**
 * What somebody has decided, in a case and of exactly one content. It counts only with the application's MAC: whoever writes into
 * the database decides nothing.
 */
@Entity
@Immutable
@Table(name = "decision")
public class Decision {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    @Enumerated(EnumType.STRING)
    private DecisionKind kind;

    private UUID subjectId;
    private byte[] contentHash;
    private Signed decided;
    private byte[] mac;

    protected Decision() {} // Hibernate

    /**
     * Somebody decides.
     *
     * @param content everything that is decided, as {@link Values#bytes} takes it; nothing else is covered
     */
    static Decision sign(CaseId caseId, DecisionKind kind, UUID subject, Object[] content, Signed decided, Macs macs) {
        Decision decision = new Decision();
        decision.id = EntryId.create();
        decision.caseId = caseId;
        decision.kind = kind;
        decision.subjectId = subject;
        decision.contentHash = Values.hash(content);
        decision.decided = decided;
        decision.mac = macs.of(MacUse.DECISION, decision.values());
        return decision;
    }

    /** A row of the table, read beside the application's own connections. */
    public static Decision read(ResultSet row) throws SQLException {
        Decision decision = new Decision();
        decision.id = new EntryId(row.getObject("id", UUID.class));
        decision.caseId = new CaseId(row.getObject("case_id", UUID.class));
        decision.kind = DecisionKind.valueOf(row.getString("kind"));
        decision.subjectId = row.getObject("subject_id", UUID.class);
        decision.contentHash = row.getBytes("content_hash");
        decision.decided = new Signed(
                new UserId(row.getString("decided_by")),
                row.getTimestamp("decided_at").toInstant());
        decision.mac = row.getBytes("mac");
        return decision;
    }

    /** Whether the application wrote it, of exactly this content. */
    public boolean isGenuine(DecisionKind wanted, UUID subject, Object[] content, Macs macs) {
        return kind == wanted
                && subjectId.equals(subject)
                && Arrays.equals(contentHash, Values.hash(content))
                && macs.fits(mac, MacUse.DECISION, values());
    }

    private Object[] values() {
        return new Object[] {id, caseId, kind, subjectId, contentHash, decided.by(), decided.at()};
    }

    public EntryId id() {
        return id;
    }

    /** Who decided, and when. */
    public Signed decided() {
        return decided;
    }
}
