package org.durumi.cases;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;
import org.hibernate.annotations.Immutable;

/**
 * What became of a {@link Transfer}: one at most, and never changed. That a case was accepted is written by the database alone, together with
 * its new team.
 */
@Entity
@Immutable
@Table(name = "transfer_answer")
class TransferAnswer {
    private static final SealedText WORD = new SealedText("transfer_answer", "by_organisation");

    /** That of the offer. */
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    @Enumerated(EnumType.STRING)
    private TransferEnd became;

    private Signed answered;
    private Sealed byOrganisation = Sealed.nothing();
    private byte[] mac;

    protected TransferAnswer() {} // Hibernate

    /** @param word why; may be empty */
    static TransferAnswer of(
            Transfer transfer, TransferEnd became, Signed answered, String word, OrganisationKey key, Macs macs) {
        TransferAnswer answer = new TransferAnswer();
        answer.id = transfer.id();
        answer.caseId = transfer.caseId();
        answer.became = became;
        answer.answered = answered;
        answer.byOrganisation = word.isEmpty() ? Sealed.nothing() : WORD.seal(word, answer.id.value(), key);
        answer.mac = proof(transfer, became, answered, macs);
        return answer;
    }

    /** The MAC of what became of an offer. */
    static byte[] proof(Transfer transfer, TransferEnd became, Signed answered, Macs macs) {
        return macs.of(MacUse.TRANSFER_ANSWER, transfer.id(), transfer.caseId(), became, answered.by(), answered.at());
    }

    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.TRANSFER_ANSWER, id, caseId, became, answered.by(), answered.at());
    }

    /** From now on it says why. */
    void open(OrganisationKey key) {
        byOrganisation = WORD.open(byOrganisation, id.value(), key);
    }

    EntryId id() {
        return id;
    }

    TransferEnd became() {
        return became;
    }

    Signed answered() {
        return answered;
    }

    /** Why; may be empty. */
    String word() {
        return WORD.read(byOrganisation);
    }
}
