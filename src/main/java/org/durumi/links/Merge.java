package org.durumi.links;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.NewParticipant;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A case was closed as a duplicate of another, which stays. No row moved: it says who is who, what of the staying case was
 * changed by it, and what had been there before. For 30 days it can be undone.
 */
@Entity
@Table(name = "case_merge")
public class Merge {
    /** For so long it can be undone. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("case_merge", "by_organisation", Words.class);
    private static final SealedColumn<Kept> KEPT = new SealedColumn<>("case_merge", "kept_by_organisation", Kept.class);

    @EmbeddedId
    private EntryId id;

    @Immutable
    private EntryId linkId;

    @Immutable
    private CaseId closedCaseId;

    @Immutable
    private CaseId stayingCaseId;

    @Immutable
    private Sealed byOrganisation;

    @Enumerated(EnumType.STRING)
    private MergeState state;

    @Immutable
    private Signed merged;

    private @Nullable Signed undone;
    private Sealed keptByOrganisation = Sealed.nothing();
    private byte[] mac;

    @Version
    private int version;

    /** Who in the closed case is who in the staying one. */
    record Same(ParticipantId closed, ParticipantId staying) {}

    /** What was known of a person of the staying case, and is since. */
    record Changed(ParticipantId who, NewParticipant before, NewParticipant after) {}

    record Words(List<Same> people, CaseDescription before, CaseDescription after, List<Changed> changed) {}

    /** Of the case, and of people by their letter, what somebody had changed since, so that it stayed when the merge was undone. */
    record Kept(List<CaseFact> ofTheCase, List<KeptFact> ofPeople) {}

    /** Something of a person that stayed. */
    public record KeptFact(String label, PersonFact fact) {}

    protected Merge() {} // Hibernate

    static Merge of(EntryId link, CaseId closed, CaseId staying, Words said, Link.Hand hand) {
        Merge merge = new Merge();
        merge.id = EntryId.create();
        merge.linkId = link;
        merge.closedCaseId = closed;
        merge.stayingCaseId = staying;
        merge.merged = hand.signed();
        merge.state = MergeState.STANDS;
        merge.byOrganisation = WORDS.seal(said, merge.id.value(), hand.key(), merge.bound());
        merge.mac = hand.macs().of(MacUse.MERGE, merge.values());
        return merge;
    }

    private Object[] bound() {
        return new Object[] {linkId, closedCaseId, stayingCaseId, merged.by(), merged.at()};
    }

    private Object[] values() {
        return new Object[] {
            id,
            linkId,
            closedCaseId,
            stayingCaseId,
            state,
            merged.by(),
            merged.at(),
            undone().map(Signed::by),
            undone().map(Signed::at)
        };
    }

    /** Whether the application wrote what it says in clear. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.MERGE, values());
    }

    /** From now on it says what was changed. */
    void open(OrganisationKey key) {
        byOrganisation = WORDS.open(byOrganisation, id.value(), key, bound());
        keptByOrganisation = KEPT.open(keptByOrganisation, id.value(), key);
    }

    /** @throws RuleViolation if it is undone, or 30 days have passed */
    void requireUndoable(Instant now) {
        if (!stands()) {
            throw new RuleViolation("merge.undone-already");
        }
        if (now.isAfter(undoableUntil())) {
            throw new RuleViolation("merge.too-late", undoableUntil());
        }
    }

    /** @param kept what stayed as somebody had changed it since */
    void undo(Kept kept, Link.Hand hand) {
        requireUndoable(hand.signed().at());
        keptByOrganisation = KEPT.seal(kept, id.value(), hand.key());
        over(MergeState.UNDONE, hand.signed(), hand.macs());
    }

    /** The closed case was opened again by itself. */
    void reopen(Signed reopened, Macs macs) {
        over(MergeState.REOPENED, reopened, macs);
    }

    private void over(MergeState last, Signed by, Macs macs) {
        state = last;
        undone = by;
        mac = macs.of(MacUse.MERGE, values());
    }

    Words words() {
        return WORDS.read(byOrganisation);
    }

    public EntryId id() {
        return id;
    }

    public boolean stands() {
        return state == MergeState.STANDS;
    }

    /** Who closed the one as a duplicate of the other. */
    public Signed merged() {
        return merged;
    }

    public Instant undoableUntil() {
        return merged.at().plus(UNDOABLE);
    }

    /** Whether it is over because the closed case was opened again by itself. */
    public boolean isReopened() {
        return state == MergeState.REOPENED;
    }

    /** Who undid it, or opened the closed case again; empty as long as nobody has. */
    public Optional<Signed> undone() {
        return Optional.ofNullable(undone);
    }

    /** What of the case stayed when it was undone. */
    public List<CaseFact> keptOfTheCase() {
        return keptByOrganisation.isNothing()
                ? List.of()
                : KEPT.read(keptByOrganisation).ofTheCase();
    }

    /** What of its people stayed when it was undone. */
    public List<KeptFact> keptOfPeople() {
        return keptByOrganisation.isNothing()
                ? List.of()
                : KEPT.read(keptByOrganisation).ofPeople();
    }

    CaseId closedCase() {
        return closedCaseId;
    }

    CaseId stayingCase() {
        return stayingCaseId;
    }

    CaseId other(CaseId side) {
        return side.equals(closedCaseId) ? stayingCaseId : closedCaseId;
    }
}
