package org.durumi.costs;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.Optional;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.jspecify.annotations.Nullable;

/**
 * A broker, guide, driver or go-between, under a code name. Added by a caseworker, vetted by a supervisor who did not add
 * them, blacklisted by two supervisors: the first one's wish suspends the broker at once.
 */
@Entity
@Table(name = "broker")
public class Broker {
    @EmbeddedId
    private BrokerId id;

    private int number;
    private TeamId teamId;

    @Enumerated(EnumType.STRING)
    private BrokerKind kind;

    @Enumerated(EnumType.STRING)
    private IntroducedBy introducedBy;

    @Enumerated(EnumType.STRING)
    private Vetting vetting;

    private @Nullable UserId blacklistAskedBy;
    private Signed added;
    private @Nullable Signed vetted;
    private byte[] mac;

    @Transient
    private boolean changedOutside;

    @Transient
    private String home = "";

    @Version
    private int version;

    protected Broker() {} // Hibernate

    /** @param number the next free number of a code name */
    static Broker add(int number, TeamId team, NewBroker known, Signed caseworker, Macs macs) {
        Broker broker = new Broker();
        broker.id = BrokerId.create();
        broker.number = number;
        broker.teamId = team;
        broker.kind = known.kind();
        broker.introducedBy = known.introducedBy();
        broker.vetting = Vetting.UNVETTED;
        broker.added = caseworker;
        broker.mac = macs.of(MacUse.BROKER, broker.said());
        return broker;
    }

    private Object[] said() {
        return new Object[] {
            id,
            number,
            teamId,
            kind,
            introducedBy,
            vetting,
            blacklistAskedBy(),
            added.by(),
            added.at(),
            vetted().map(Signed::by),
            vetted().map(Signed::at)
        };
    }

    /**
     * Whether the application wrote it; one that somebody else changed counts as suspended, until a supervisor says again how far
     * they are checked.
     */
    boolean verify(Macs macs) {
        changedOutside = !macs.fits(mac, MacUse.BROKER, said());
        if (changedOutside) {
            vetting = Vetting.SUSPENDED;
        }
        return !changedOutside;
    }

    /** Whether somebody changed it past the application. */
    public boolean isChangedOutside() {
        return changedOutside;
    }

    /**
     * A supervisor says how far the broker is checked. The first wish to blacklist suspends; a second supervisor's
     * blacklists.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if the supervisor added the broker, wished the blacklisting already, or the broker is
     *     blacklisted: that is not taken back
     */
    void vet(Vetting found, int seen, Signed supervisor, Macs macs) {
        ChangedMeanwhile.unless(seen == version);
        if (supervisor.by().equals(added.by())) {
            throw new RuleViolation("broker.vet.own");
        }
        if (vetting == Vetting.BLACKLISTED) {
            throw RuleViolation.at("vetting", "broker.blacklisted.stays");
        }
        if (found == Vetting.BLACKLISTED) {
            blacklist(supervisor.by());
        } else {
            vetting = found;
            blacklistAskedBy = null;
        }
        vetted = supervisor;
        mac = macs.of(MacUse.BROKER, said());
    }

    private void blacklist(UserId supervisor) {
        if (blacklistAskedBy == null) {
            blacklistAskedBy = supervisor;
            vetting = Vetting.SUSPENDED;
        } else if (blacklistAskedBy.equals(supervisor)) {
            throw RuleViolation.at("vetting", "broker.blacklist.second-person");
        } else {
            vetting = Vetting.BLACKLISTED;
        }
    }

    public BrokerId id() {
        return id;
    }

    /** In a case of another team: its code name says from now on whose the broker is, because each team counts for itself. */
    void standsElsewhere(String team) {
        home = team;
    }

    /** The code name, such as B-17; of another team than that of the case in which it stands, with the name of that team. */
    public String codeName() {
        return "B-" + number + (home.isEmpty() ? "" : " (" + home + ")");
    }

    public TeamId team() {
        return teamId;
    }

    public BrokerKind kind() {
        return kind;
    }

    public IntroducedBy introducedBy() {
        return introducedBy;
    }

    public Vetting vetting() {
        return vetting;
    }

    /** The supervisor who wants the broker blacklisted; empty if nobody does. It takes a second one. */
    public Optional<UserId> blacklistAskedBy() {
        return Optional.ofNullable(blacklistAskedBy);
    }

    public Signed added() {
        return added;
    }

    /** Who said last how far the broker is checked; empty if nobody has. */
    public Optional<Signed> vetted() {
        return Optional.ofNullable(vetted);
    }

    public int version() {
        return version;
    }
}
