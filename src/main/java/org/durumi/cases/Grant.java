package org.durumi.cases;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may read one case that is not theirs, until a moment: read, and nothing else. It counts only with the application's
 * MAC. It is written once; an end before its time is a {@link GrantEnd}.
 */
@Entity
@Immutable
@Table(name = "case_grant")
public class Grant {
    /** Nobody reads a foreign case for longer. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** How long somebody reads a case that they opened in an emergency. */
    public static final Duration EMERGENCY = Duration.ofHours(24);

    private static final SealedText WHY = new SealedText("case_grant", "by_organisation");

    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private UserId userId;
    private Instant due;
    private Signed given;
    private @Nullable EntryId linkId;
    private Sealed byOrganisation;
    private byte[] mac;

    /** Noted by the database when its end is stored. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant until;

    protected Grant() {} // Hibernate

    /**
     * @param given by whom: a supervisor of the case's team
     * @param why in their words
     * @param link from which it follows; empty if it follows from none
     * @throws IllegalArgumentException if it would last for more than 30 days, or not at all
     */
    static Grant give(
            CaseId caseId,
            UserId reader,
            Signed given,
            Instant due,
            String why,
            Optional<EntryId> link,
            OrganisationKey key,
            Macs macs) {
        if (!due.isAfter(given.at()) || due.isAfter(given.at().plus(LONGEST))) {
            throw new IllegalArgumentException("a case is given to read for 30 days at most");
        }
        Grant grant = new Grant();
        grant.id = EntryId.create();
        grant.caseId = caseId;
        grant.userId = reader;
        grant.due = due;
        grant.given = given;
        grant.linkId = link.orElse(null);
        grant.byOrganisation = WHY.seal(why, grant.id.value(), key);
        grant.mac = macs.of(MacUse.GRANT, grant.values());
        return grant;
    }

    /**
     * Somebody gives it to themselves, in an emergency, for 24 hours. The database stores it only together with those whom it tells.
     *
     * @param why in their words
     */
    static Grant breakGlass(CaseId caseId, Signed self, String why, OrganisationKey key, Macs macs) {
        return give(caseId, self.by(), self, self.at().plus(EMERGENCY), why, Optional.empty(), key, macs);
    }

    /** Whether nobody gave it to the reader: they opened the case in an emergency. */
    public boolean isEmergency() {
        return userId.equals(given.by()) && linkId == null;
    }

    /** Whether the application wrote it: else it gives nothing. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.GRANT, values());
    }

    private Object[] values() {
        return new Object[] {id, caseId, userId, due, given.by(), given.at(), Optional.ofNullable(linkId)};
    }

    /** Whether it gives something at a moment. */
    public boolean stands(Instant now) {
        return until == null && due.isAfter(now);
    }

    byte[] sealedWhy() {
        return byOrganisation.bytes();
    }

    byte[] mac() {
        return mac.clone();
    }

    /** From now on it says why. */
    void open(OrganisationKey key) {
        byOrganisation = WHY.open(byOrganisation, id.value(), key);
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    /** The link from which it follows; empty if it follows from none. */
    Optional<EntryId> link() {
        return Optional.ofNullable(linkId);
    }

    /** Who may read. */
    public UserId reader() {
        return userId;
    }

    /** By whom it was given, and when. */
    public Signed given() {
        return given;
    }

    /** When it ends by itself. */
    public Instant due() {
        return due;
    }

    /** When a supervisor ended it before its time; empty if nobody has. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** @throws IllegalStateException if it was not opened */
    public String why() {
        return WHY.read(byOrganisation);
    }
}
