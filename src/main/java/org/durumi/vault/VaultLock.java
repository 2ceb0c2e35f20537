package org.durumi.vault;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.jdbc.Outage;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds the key-encryption keys while this node runs. It is open once they have unwrapped the organisation's key; until
 * then nothing is opened and nothing is stored. Some sources need a part that an administrator types after every start.
 */
@ApplicationScoped
public class VaultLock {
    /** Writers of wrapped keys share it; whoever changes the version that wraps takes it alone. */
    static final long KEYS_ARE_WRAPPED = 0x6475_7275_6d69_0001L;

    private static final Logger LOG = Logger.getLogger(VaultLock.class.getName());
    private static final int TRIES = 5;
    private static final Duration TRIES_WITHIN = Duration.ofMinutes(15);

    /** Why it is open or not. */
    public enum State {
        OPEN,
        /** An administrator must type a part. */
        LOCKED,
        /** The key is missing, readable by others, or another installation's. */
        WRONG_KEY,
        /** There are cases, but no key of the organisation: a backup was restored without its keys. */
        KEYS_GONE,
        /** The database could not be asked yet. */
        AWAY
    }

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String directory;

    @Inject
    @ConfigProperty(name = "durumi.kek.source", defaultValue = "file")
    String sourceName;

    @Inject
    @ConfigProperty(name = "CREDENTIALS_DIRECTORY")
    Optional<String> credentials;

    /** Of each person by themselves, and of {@code bin/unlock}: whoever types nonsense keeps nobody else out. */
    private final Map<UserId, Deque<Instant>> wrongTries = new HashMap<>();

    private volatile SortedMap<Integer, VersionedKey> keys = Collections.emptySortedMap();
    private volatile @Nullable VersionedKey organisation;
    private State lastSaid = State.OPEN;

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        state();
    }

    /** Opens by itself if nothing has to be typed. */
    public State state() {
        return keys.isEmpty() ? tryToOpen() : State.OPEN;
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    /** Whether the part that is typed next becomes the installation's, because it has no key yet. */
    public boolean isFirst() {
        try {
            return WrappedOrganisationKey.all(statements()).isEmpty();
        } catch (StatementFailed away) {
            throw new VaultLocked("the database is away");
        }
    }

    /**
     * Opens with what an administrator typed.
     *
     * @param beforeOpening what must be done once it is known to be right
     * @throws RuleViolation if it is wrong, or this person typed wrong parts too often
     */
    synchronized void unlock(UserId who, String typed, Runnable beforeOpening) {
        Instant now = clock.instant();
        Deque<Instant> tries = wrongTries.computeIfAbsent(who, each -> new ArrayDeque<>());
        tries.removeIf(each -> each.isBefore(now.minus(TRIES_WITHIN)));
        if (tries.size() >= TRIES) {
            throw new RuleViolation("unlock.too-often");
        }
        try {
            source().requireFiles();
        } catch (NoKek missing) {
            LOG.log(Level.SEVERE, "the vault stays shut: {0}", missing.getMessage());
            throw new RuleViolation("unlock.files");
        }
        try {
            SortedMap<Integer, VersionedKey> candidates = source().keys(typed);
            verify(candidates);
            beforeOpening.run();
            keys = candidates;
        } catch (NoKek | WillNotOpen wrong) {
            tries.add(now);
            throw RuleViolation.at(UnlockService.PART, "unlock.wrong");
        } catch (StatementFailed away) {
            throw new VaultLocked("the database is away");
        }
    }

    /**
     * The key of a version.
     *
     * @throws VaultLocked if this node does not hold it
     */
    VersionedKey kek(int version) {
        if (!keys.containsKey(version)) {
            // Another version may have come while this node runs.
            tryToOpen();
        }
        VersionedKey key = keys.get(version);
        if (key == null) {
            throw new VaultLocked("no key-encryption key of version " + version);
        }
        return key;
    }

    /** The version that wraps new keys, which stays so until the transaction ends. */
    int wrappingVersion() {
        try {
            statements().call("select pg_advisory_xact_lock_shared(?)", KEYS_ARE_WRAPPED);
        } catch (StatementFailed away) {
            throw new VaultLocked("the database is away");
        }
        return organisation().stream()
                .mapToInt(WrappedOrganisationKey::kekVersion)
                .max()
                .orElseThrow();
    }

    /** The organisation's key in all its versions; there is at least one. */
    List<WrappedOrganisationKey> organisation() {
        if (!isOpen()) {
            throw new VaultLocked("nobody has unlocked it");
        }
        try {
            List<WrappedOrganisationKey> stored = WrappedOrganisationKey.all(statements());
            // If there is none, it was made in a transaction that was taken back.
            return stored.isEmpty() ? makeFirst(statements(), keys) : stored;
        } catch (StatementFailed away) {
            throw new VaultLocked("the database is away");
        }
    }

    /**
     * A key for MACs or an index, which follows from the organisation's key: the key-encryption key only wraps that.
     *
     * @param label what it is for, with the version of the use
     * @throws VaultLocked if nobody has unlocked this node
     */
    MacKey derived(String label) {
        return known().derived(label);
    }

    /**
     * The organisation's key as this node knows it; there may be a newer version.
     *
     * @throws VaultLocked if nobody has unlocked this node
     */
    VersionedKey known() {
        VersionedKey known = isOpen() ? organisation : null;
        if (known == null) {
            throw new VaultLocked("nobody has unlocked it");
        }
        return known;
    }

    private synchronized State tryToOpen() {
        try {
            if (areGone()) {
                return said(State.KEYS_GONE, "there are cases, but no key of the organisation: restore keys.dump");
            }
            KekSource source = source();
            if (source.isTyped() && keys.isEmpty()) {
                source.requireFiles();
                return said(State.LOCKED, "an administrator must unlock");
            } else if (source.isTyped()) {
                return State.OPEN;
            }
            SortedMap<Integer, VersionedKey> candidates = source.keys("");
            verify(candidates);
            keys = candidates;
            return said(State.OPEN, "");
        } catch (NoKek missing) {
            return said(State.WRONG_KEY, missing.getMessage());
        } catch (WillNotOpen wrong) {
            return said(
                    State.WRONG_KEY, "the key-encryption key is not the one of this database: " + wrong.getMessage());
        } catch (StatementFailed away) {
            // Others say so too: once a minute is enough for all.
            Outage.AWAY.log();
            lastSaid = State.AWAY;
            return State.AWAY;
        }
    }

    /** The versions of the key-encryption key that this node holds; one more may have come while it runs. */
    SortedSet<Integer> versions() {
        if (!source().isTyped()) {
            tryToOpen();
        }
        return new TreeSet<>(keys.keySet());
    }

    /** Whether something is wrapped by a newer key-encryption key than this node holds: it must be started again. */
    public boolean isStale() {
        return isOpen() && organisation().stream().anyMatch(each -> lacks(each.kekVersion()));
    }

    private boolean lacks(int version) {
        return !versions().contains(version);
    }

    private boolean areGone() {
        return WrappedOrganisationKey.all(statements()).isEmpty()
                && statements().text("select 'cases' where holds_cases()").isPresent();
    }

    private State said(State state, @Nullable String why) {
        if (state != lastSaid && state != State.OPEN) {
            LOG.log(Level.SEVERE, "the vault stays shut: {0}", why);
        }
        lastSaid = state;
        return state;
    }

    private KekSource source() {
        return KekSource.of(sourceName, Path.of(directory), credentials.map(Path::of));
    }

    /** Lets these keys open what is stored; the first keys of an installation make the organisation's key. */
    private void verify(SortedMap<Integer, VersionedKey> candidates) {
        List<WrappedOrganisationKey> stored = WrappedOrganisationKey.all(statements());
        if (stored.isEmpty()) {
            stored = makeFirst(statements(), candidates);
        }
        List<VersionedKey> unwrapped = new ArrayList<>();
        for (WrappedOrganisationKey each : stored) {
            VersionedKey kek = candidates.get(each.kekVersion());
            if (kek == null) {
                throw new WillNotOpen("no key-encryption key of version " + each.kekVersion());
            }
            unwrapped.add(each.unwrap(kek));
        }
        organisation = VersionedKey.together(unwrapped);
    }

    private Statements statements() {
        return Statements.on(database);
    }

    /**
     * Makes the organisation's key of a new installation.
     *
     * @throws WillNotOpen if it is not new: the key that is missing would tell which key-encryption key is the right one
     */
    static List<WrappedOrganisationKey> makeFirst(Statements statements, SortedMap<Integer, VersionedKey> keks) {
        WrappedOrganisationKey.of(
                        VersionedKey.draw(VersionedKey.FIRST), Objects.requireNonNull(keks.get(keks.lastKey())))
                .add(statements);
        List<WrappedOrganisationKey> stored = WrappedOrganisationKey.all(statements);
        if (stored.isEmpty()) {
            throw new WillNotOpen("there are cases, but no key of the organisation");
        }
        return stored;
    }
}
