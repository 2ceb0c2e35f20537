package org.durumi.circumstances;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedIn;

/**
 * The row of a circumstance: who recorded it in which case, and its sealed texts. In clear stands what rules and lists
 * reckon with; every text, name of a place and word of a date is sealed, and readable after the row was opened.
 */
@MappedSuperclass
public abstract class Recorded {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private Sealed sealed;

    private Signed recorded;

    @Version
    private int version;

    @Transient
    private List<String> texts;

    protected Recorded() {} // Hibernate

    Recorded(CaseFile file) {
        id = EntryId.create();
        caseId = file.id();
    }

    /** Where its texts are sealed. */
    abstract SealedIn sealedIn();

    /** Seals its texts, in an order that never changes, and notes who recorded it. */
    final void seal(List<String> told, CaseKey key, Signed recorder) {
        texts = told;
        sealed = key.seal(sealedIn(), id.value(), told);
        recorded = recorder;
    }

    /** Opens its texts. */
    final void open(CaseKey key) {
        texts = key.open(sealedIn(), id.value(), sealed);
    }

    /**
     * The text at this place, from 0; empty if it was sealed before there was such a text.
     *
     * @throws IllegalStateException if it was not opened
     */
    final String text(int place) {
        if (texts == null) {
            throw new IllegalStateException("the circumstance was not opened");
        }
        return place < texts.size() ? texts.get(place) : "";
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    final void requireUnchanged(int seen) {
        if (seen != version) {
            throw new ChangedMeanwhile();
        }
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    /** Who recorded it, or changed it last, and when. */
    public Signed recorded() {
        return recorded;
    }

    /** Counts its changes: whoever changes it says which version they had before them. */
    public int version() {
        return version;
    }
}
