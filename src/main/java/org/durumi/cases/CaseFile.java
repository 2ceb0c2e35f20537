package org.durumi.cases;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One case, from intake to closing: one person or several on a way together.
 *
 * <p>The journeys belong to its participants. The case shows the stage and country of the most urgent of them, and the
 * highest level of risk.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {
    private static final SealedText LABEL = new SealedText("case_file", "sealed_label");

    @EmbeddedId
    private CaseId id;

    @Immutable
    private CaseNumber number;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Enumerated(EnumType.STRING)
    private RouteKind route;

    private String destination;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Immutable
    private TeamId teamId;

    /** Written by the database, with the team and the MAC, when another team takes the case over. */
    @Immutable
    private @Nullable EntryId transferId;

    @Immutable
    private byte[] mac;

    private byte[] headlineMac;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private String country;

    @Enumerated(EnumType.STRING)
    private Level level;

    private int notAssessed;

    @Column(insertable = false, updatable = false)
    private short stageRank;

    @Column(insertable = false, updatable = false)
    private short levelRank;

    @Column(insertable = false, updatable = false)
    private String numberReversed;

    private int people;
    private Sealed sealedLabel = Sealed.nothing();
    private int described;

    @Immutable
    private Signed opened;

    private Instant changedAt;
    private @Nullable Signed closed;
    private @Nullable Instant erasureDue;
    private @Nullable Instant nextContact;

    /** Written by the database, with the key's end. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant erasedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CloseReason closeReason;

    @Version
    private int version;

    @Transient
    private @Nullable NamedKey key;

    @Transient
    private @Nullable CaseRights rights;

    protected CaseFile() {} // Hibernate

    /**
     * Opens a case for the actor's team.
     *
     * @param macs marks whose case it is
     * @throws RuleViolation if the actor is in no team
     */
    static CaseFile open(CaseNumber number, NewCase reported, Actor actor, Instant now, Macs macs) {
        CaseFile file = new CaseFile();
        file.kind = reported.kind();
        file.route = reported.route();
        file.destination = reported.destination().map(CountryCode::value).orElse("");
        file.priority = reported.priority();
        file.stage = reported.first().stage();
        file.country = reported.first().place().country();
        TeamId team = actor.team().orElseThrow(() -> new RuleViolation("case.open.no-team"));
        return file.opened(number, team, actor.signed(now), macs);
    }

    /** Opens a case for some people of this one, in the same team. It shows what this one shows until they are in it. */
    CaseFile splitOff(CaseNumber other, CaseKind itsKind, RouteKind itsRoute, Signed supervisor, Macs macs) {
        CaseFile file = new CaseFile();
        file.kind = itsKind;
        file.route = itsRoute;
        file.destination = destination;
        file.priority = priority;
        file.stage = stage;
        file.country = country;
        return file.opened(other, teamId, supervisor, macs);
    }

    private CaseFile opened(CaseNumber drawn, TeamId team, Signed by, Macs macs) {
        id = CaseId.create();
        number = drawn;
        teamId = team;
        mac = macs.of(MacUse.CASE, GuardedCase.whose(id, number, teamId, Optional.empty()));
        level = Level.LOW;
        opened = by;
        changedAt = by.at();
        sign(macs);
        return this;
    }

    /** Marks what lists show of it, before it is stored. */
    void sign(Macs macs) {
        headlineMac = macs.of(MacUse.HEADLINE, headline());
    }

    /** Whether lists show of it what the application stored. */
    boolean isGenuine(Macs macs) {
        return macs.fits(headlineMac, MacUse.HEADLINE, headline());
    }

    /** What the door has to know of it. */
    GuardedCase guarded(Optional<Assignment> own) {
        return new GuardedCase(id, number, teamId, Optional.ofNullable(transferId), closed().map(Signed::at), mac, own);
    }

    private Object[] headline() {
        Object[] always = {
            id,
            kind,
            route,
            destination,
            priority,
            stage,
            country,
            level,
            notAssessed,
            people,
            opened.by(),
            opened.at(),
            changedAt,
            closed().map(Signed::by),
            closed().map(Signed::at),
            closeReason(),
            erasureDue(),
            Optional.ofNullable(erasedAt)
        };
        // What was signed before anybody was awaited stays as it was.
        return Stream.concat(Stream.of(always), nextContact().stream()).toArray();
    }

    /** The case with the key to what its rows say. It says itself what it is called if that was named. */
    CaseFile openedWith(NamedKey named) {
        key = named;
        if (named.names(AccessGroup.CASE)) {
            sealedLabel = LABEL.open(sealedLabel, id.value(), named.of(AccessGroup.CASE));
        }
        return this;
    }

    /**
     * The key of the case, to open or seal what belongs to one group of fields.
     *
     * @throws IllegalStateException if the case did not come through {@link CaseAccess}, or nobody named the group there
     */
    public CaseKey key(AccessGroup group) {
        if (key == null) {
            throw new IllegalStateException("the case was not opened");
        }
        return key.of(group);
    }

    /** The key, to tell what the application wrote from what somebody else did; what it opens so is not read. */
    CaseKey keyToVerify() {
        if (key == null) {
            throw new IllegalStateException("the case was not opened");
        }
        return key.toVerify();
    }

    /** How many of its rows were met in this request that somebody changed past the application. */
    public int changedOutside() {
        return key == null ? 0 : key.changedOutside();
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

    /** Somebody joins. */
    void join() {
        people++;
    }

    /** Somebody was taken out. */
    void leave() {
        people--;
    }

    /** Whether something was recorded in another case, from which this one was split off: it is older than this one. */
    public boolean isCopied(Instant recorded) {
        return recorded.isBefore(opened.at());
    }

    /**
     * Says anew what was said at intake, and what its caseworkers call it.
     *
     * @param seen how often that had been changed before the one who says it opened it
     * @throws ChangedMeanwhile if somebody else was faster
     */
    void describe(CaseDescription known, int seen) {
        ChangedMeanwhile.unless(seen == described);
        kind = known.kind();
        route = known.route();
        destination = known.destination().map(CountryCode::value).orElse("");
        priority = known.priority();
        sealedLabel = known.label().isEmpty()
                ? Sealed.nothing()
                : LABEL.seal(known.label(), id.value(), key(AccessGroup.CASE));
        described++;
    }

    /** Shows the stage and the country of the most urgent participant. The country is empty if not known. */
    void show(Stage headline, String headlineCountry) {
        stage = headline;
        country = headlineCountry;
    }

    /** Shows the highest level of its participants, and of how many nothing is known. */
    public void show(Level highest, int unknown) {
        level = highest;
        notAssessed = unknown;
    }

    /** Notes that something was recorded. */
    void touch(Instant now) {
        changedAt = now;
    }

    /** @throws RuleViolation if the case is closed: it is reopened before anything is recorded */
    public void requireOpen() {
        if (!isOpen()) {
            throw new RuleViolation("case.closed");
        }
    }

    /** @throws RuleViolation if the case is closed already */
    void close(CloseReason reason, Signed supervisor) {
        requireOpen();
        closed = supervisor;
        closeReason = reason;
        level = Level.LOW;
        notAssessed = 0;
        changedAt = supervisor.at();
    }

    /** @throws RuleViolation if the case is open */
    void reopen(Instant now) {
        if (isOpen()) {
            throw new RuleViolation("case.open");
        }
        closed = null;
        closeReason = null;
        changedAt = now;
    }

    /** Two people agreed that it is erased, or somebody has stopped that. */
    void eraseAt(Optional<Instant> due) {
        erasureDue = due.orElse(null);
    }

    /** When the first of its people is to be heard of, or was; empty if nobody is awaited. */
    public void await(Optional<Instant> due) {
        nextContact = due.orElse(null);
    }

    /** When the first of its people is to be heard of, or was; empty if nobody is awaited. */
    public Optional<Instant> nextContact() {
        return Optional.ofNullable(nextContact);
    }

    /** When it will be erased for good, unless a supervisor stops it; empty if it will not. */
    public Optional<Instant> erasureDue() {
        return Optional.ofNullable(erasureDue);
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

    /** Of how many of its people nothing is known that a risk could be reckoned from. */
    public int notAssessed() {
        return notAssessed;
    }

    /** How many people are in it. */
    public int people() {
        return people;
    }

    /**
     * What its caseworkers call it; empty if they do not.
     *
     * @throws IllegalStateException if nobody named the group of the case
     */
    public String label() {
        return LABEL.read(sealedLabel);
    }

    /** Whether its caseworkers call it anything; to say what, it must be opened. */
    boolean isLabelled() {
        return !sealedLabel.isNothing();
    }

    /** What was said at intake, and what its caseworkers call it. */
    public CaseDescription description() {
        return new CaseDescription(kind, route, destination(), priority, label());
    }

    /** Counts the changes of its description. */
    public int described() {
        return described;
    }

    public Signed opened() {
        return opened;
    }

    /** When anything was last recorded. */
    public Instant changedAt() {
        return changedAt;
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** Empty while the case is open. */
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    /** Empty while the case is open. */
    public Optional<Signed> closed() {
        return Optional.ofNullable(closed);
    }

    public int version() {
        return version;
    }
}
