package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/**
 * A case is offered to another team. It counts only with the application's MAC, and is written once; what becomes of it is a
 * {@link TransferAnswer}. The number of the case and the words are sealed with the organisation's key: two teams read them, one of which
 * does not see the case.
 */
@Entity
@Immutable
@Table(name = "transfer")
public class Transfer {
    /** The shortest reason, in visible characters. */
    static final int SHORTEST_REASON = 20;

    /** The longest reason, note and answer, in characters. */
    static final int LONGEST = 1000;

    /** So long an answer is awaited. */
    static final Duration AWAITED = Duration.ofDays(14);

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("transfer", "by_organisation", Words.class);

    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private TeamId fromTeamId;
    private TeamId toTeamId;
    private Instant due;
    private Signed offered;
    private Sealed byOrganisation;
    private byte[] mac;

    /** @param number of the case, under which the team that gave it away knows it afterwards */
    record Words(String number, String reason, String note) {}

    protected Transfer() {} // Hibernate

    static Transfer offer(CaseFile file, NewTransfer told, Signed supervisor, OrganisationKey key, Macs macs) {
        Transfer transfer = new Transfer();
        transfer.id = EntryId.create();
        transfer.caseId = file.id();
        transfer.fromTeamId = file.team();
        transfer.toTeamId = told.team();
        transfer.due = supervisor.at().plus(AWAITED);
        transfer.offered = supervisor;
        transfer.byOrganisation = WORDS.seal(
                new Words(
                        file.number().value(),
                        told.reason().strip(),
                        told.note().strip()),
                transfer.id.value(),
                key,
                transfer.values());
        transfer.mac = macs.of(MacUse.TRANSFER, transfer.values());
        return transfer;
    }

    private Object[] values() {
        return new Object[] {id, caseId, fromTeamId, toTeamId, due, offered.by(), offered.at()};
    }

    /** Whether the application wrote it: else nobody takes anything over by it. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.TRANSFER, values());
    }

    /** From now on it says which case it is about, and why. */
    void open(OrganisationKey key) {
        byOrganisation = WORDS.open(byOrganisation, id.value(), key, values());
    }

    /** Whether somebody of a team has to do with it. */
    boolean isOf(TeamId team) {
        return fromTeamId.equals(team) || toTeamId.equals(team);
    }

    public EntryId id() {
        return id;
    }

    CaseId caseId() {
        return caseId;
    }

    /** Whose the case was when it was offered. */
    public TeamId from() {
        return fromTeamId;
    }

    /** To whom it is offered. */
    public TeamId to() {
        return toTeamId;
    }

    /** Until when an answer is awaited; then it has expired. */
    public Instant due() {
        return due;
    }

    /** Who offered it, and when. */
    public Signed offered() {
        return offered;
    }

    /** @throws IllegalStateException if it was not opened */
    public CaseNumber number() {
        return new CaseNumber(WORDS.read(byOrganisation).number());
    }

    public String reason() {
        return WORDS.read(byOrganisation).reason();
    }

    /** What the other side should know; may be empty. */
    public String note() {
        return WORDS.read(byOrganisation).note();
    }
}
