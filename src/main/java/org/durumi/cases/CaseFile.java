package org.durumi.cases;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;

/**
 * One case, from intake to closing: one person or several on a way together.
 *
 * <p>The journeys belong to its participants. The case shows the stage and country of the most urgent of them, and the
 * highest level of risk.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CaseId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "number", updatable = false))
    private CaseNumber number;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Enumerated(EnumType.STRING)
    private RouteKind route;

    private String destination;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "team_id", updatable = false))
    private TeamId teamId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private String country;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(insertable = false, updatable = false)
    private short stageRank;

    @Column(insertable = false, updatable = false)
    private short levelRank;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "opened_by", updatable = false))
    private UserId openedBy;

    @Column(updatable = false)
    private Instant openedAt;

    private Instant changedAt;
    private Instant closedAt;
    private Instant erasedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "closed_by"))
    private UserId closedBy;

    private String closeReason;

    @Version
    private int version;

    @Transient
    private CaseKey key;

    @Transient
    private CaseRights rights;

    protected CaseFile() {} // Hibernate

    /**
     * Opens a case for the actor's team.
     *
     * @throws RuleViolation if the actor is in no team
     */
    static CaseFile open(CaseNumber number, NewCase reported, Actor actor, Instant now) {
        CaseFile file = new CaseFile();
        file.id = CaseId.create();
        file.number = number;
        file.kind = reported.kind();
        file.route = reported.route();
        file.destination = reported.destination().map(CountryCode::value).orElse("");
        file.priority = reported.priority();
        file.teamId = actor.team().orElseThrow(() -> new RuleViolation("case.open.no-team"));
        file.stage = reported.first().stage();
        file.country = reported.first().place().country();
        file.level = Level.LOW;
        file.openedBy = actor.id();
        file.openedAt = now;
        file.changedAt = now;
        file.closeReason = "";
        return file;
    }

    /** The case with the key that opens the texts of its rows. */
    CaseFile openedWith(CaseKey caseKey) {
        key = caseKey;
        return this;
    }

    /**
     * The key of the case.
     *
     * @throws IllegalStateException if the case did not come through {@link CaseAccess}
     */
    public CaseKey key() {
        if (key == null) {
            throw new IllegalStateException("the case was not opened");
        }
        return key;
    }

    /** The case for somebody who has these rights in it. */
    CaseFile openedFor(CaseRights reader) {
        rights = reader;
        return this;
    }

    /**
     * What the person for whom the case was opened may do with it.
     *
     * @throws IllegalStateException if the case did not come through {@link CaseAccess}
     */
    public CaseRights rights() {
        if (rights == null) {
            throw new IllegalStateException("the case was not opened");
        }
        return rights;
    }

    /** Shows the stage and the country of the most urgent participant. The country is empty if not known. */
    void show(Stage headline, String headlineCountry) {
        stage = headline;
        country = headlineCountry;
    }

    /** Shows the highest level of its participants. */
    public void show(Level highest) {
        level = highest;
    }

    /** Notes that something was recorded. */
    void touch(Instant now) {
        changedAt = now;
    }

    /** @throws RuleViolation if the case is closed: it is reopened before anything is recorded */
    void requireOpen() {
        if (!isOpen()) {
            throw new RuleViolation("case.closed");
        }
    }

    /** @throws RuleViolation if the case is closed already */
    void close(CloseReason reason, UserId supervisor, Instant now) {
        requireOpen();
        closedAt = now;
        closedBy = supervisor;
        closeReason = reason.name();
        level = Level.LOW;
        changedAt = now;
    }

    /** @throws RuleViolation if the case is open */
    void reopen(Instant now) {
        if (isOpen()) {
            throw new RuleViolation("case.open");
        }
        closedAt = null;
        closedBy = null;
        closeReason = "";
        changedAt = now;
    }

    /** Nothing of it can be read any more; what stood in clear and can be blanked is. */
    void erase(UserId supervisor, Instant now) {
        if (isOpen()) {
            close(CloseReason.OTHER, supervisor, now);
        }
        destination = "";
        country = "";
        erasedAt = now;
    }

    public CaseId id() {
        return id;
    }

    public CaseNumber number() {
        return number;
    }

    public CaseKind kind() {
        return kind;
    }

    public RouteKind route() {
        return route;
    }

    /** The wanted destination; empty if unknown. */
    public Optional<CountryCode> destination() {
        return CountryCode.read(destination);
    }

    public Priority priority() {
        return priority;
    }

    public TeamId team() {
        return teamId;
    }

    /** The stage of the most urgent participant. */
    public Stage stage() {
        return stage;
    }

    /** The country in which the most urgent participant stays; empty if not known. */
    public Optional<CountryCode> country() {
        return CountryCode.read(country);
    }

    /** The highest level of risk of its participants. */
    public Level level() {
        return level;
    }

    public UserId openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When anything was last recorded. */
    public Instant changedAt() {
        return changedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Empty while the case is open. */
    public Optional<CloseReason> closeReason() {
        return closeReason.isEmpty() ? Optional.empty() : Optional.of(CloseReason.valueOf(closeReason));
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public int version() {
        return version;
    }
}
