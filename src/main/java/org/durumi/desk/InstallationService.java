package org.durumi.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.ForeignRows;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts;
import org.durumi.identity.session.OpenSessions;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.settings.Setting;
import org.durumi.settings.Settings;
import org.durumi.vault.Nodes;
import org.durumi.vault.VaultLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the installation is, for an administrator: numbers and ages, never a name, a machine or a path. It opens nothing. */
@ApplicationScoped
public class InstallationService {
    private static final long GIB = 1024L * 1024 * 1024;
    private static final int PERCENT = 100;

    /** A job or a mail is tried soon, and again after minutes. */
    private static final Duration WAITS = Duration.ofMinutes(10);

    private static final Duration WAITS_LONG = Duration.ofHours(1);

    /** Work without a person sees how much waits, in all cases. */
    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource jobs;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String keys;

    /** The file by which the program that makes backups says that it has, by touching it. Not among the keys: who may write there replaces them. */
    @Inject
    @ConfigProperty(name = "durumi.backup.marker")
    Optional<String> marker;

    @Inject
    Nodes nodes;

    @Inject
    ForeignRows foreign;

    @Inject
    OpenSessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    Settings settings;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** How many wait, and since when the first does. */
    private record Waiting(long number, Optional<Instant> since) {}

    /**
     * What was found, in the order in which somebody would look.
     *
     * @throws NotFound if the person is no administrator
     */
    public List<Condition> look() {
        Access reading = Access.of(AccessAction.LIST, AccessGroup.INSTALLATION);
        log.require(user.actor().is(Role.ADMINISTRATOR), reading);
        log.record(reading);
        return List.of(
                keys(),
                Condition.of(
                        InstallationCheck.FOREIGN_ROWS, foreign.met() == 0 ? Verdict.FINE : Verdict.ACT, foreign.met()),
                disk(),
                files(),
                backup(),
                waiting(
                        InstallationCheck.JOBS,
                        jobs,
                        "select count(*), min(asked_at) from job where due_at <= ? or failures > 0",
                        clock.instant()),
                waiting(
                        InstallationCheck.MAILS,
                        jobs,
                        "select count(*), min(case when failures > 0 then at else due_at end) from mail"
                                + " where due_at <= ? or failures > 0",
                        clock.instant()),
                notices(),
                accounts(),
                Condition.of(
                        InstallationCheck.SESSIONS, Verdict.FINE, sessions.all().size()),
                Condition.of(
                        InstallationCheck.JAVA, Verdict.FINE, Runtime.version().toString()),
                Condition.of(InstallationCheck.DATABASE, Verdict.FINE, text("show server_version"), gib(size())));
    }

    private Condition keys() {
        List<Nodes.Node> running = nodes.running();
        long open = running.stream()
                .filter(each -> each.state() == VaultLock.State.OPEN)
                .count();
        return Condition.of(
                InstallationCheck.KEYS, open == running.size() ? Verdict.FINE : Verdict.ACT, open, running.size());
    }

    /** Of the disk on which this server keeps its keys: what stands on it needs little room, but a full one stops it. */
    private Condition disk() {
        try {
            FileStore store = Files.getFileStore(Path.of(keys));
            long free = store.getUsableSpace();
            long used = PERCENT - free * PERCENT / store.getTotalSpace();
            return Condition.of(InstallationCheck.DISK, Verdict.above(used, 85, 95), gib(free), used);
        } catch (IOException unknown) {
            return Condition.none(InstallationCheck.DISK, Verdict.LOOK);
        }
    }

    private Condition files() {
        int room = settings.of(Setting.FILES_OF_ALL);
        long taken = number("select room_taken_by_files()");
        return Condition.of(
                InstallationCheck.FILES, Verdict.above(taken * PERCENT / (room * GIB), 80, 95), gib(taken), room);
    }

    private Condition backup() {
        if (marker.isEmpty()) {
            return Condition.none(InstallationCheck.BACKUP, Verdict.LOOK);
        }
        try {
            Instant last = Files.getLastModifiedTime(Path.of(marker.get())).toInstant();
            long hours = Duration.between(last, clock.instant()).toHours();
            return Condition.of(InstallationCheck.BACKUP, Verdict.above(hours, 36, 7 * 24), last);
        } catch (IOException missing) {
            return Condition.none(InstallationCheck.BACKUP, Verdict.LOOK);
        }
    }

    /** Somebody was told on a page and has not looked: that is no fault of the machine, but nobody may know. */
    private Condition notices() {
        Waiting unseen = waiting(jobs, "select count(*), min(at) from notice where seen_at is null");
        return unseen.since()
                .map(since -> Condition.of(
                        InstallationCheck.NOTICES, Verdict.above(age(since).toHours(), 4, 24), unseen.number(), since))
                .orElse(Condition.none(InstallationCheck.NOTICES, Verdict.FINE));
    }

    private Condition accounts() {
        if (accounts.isKeyUseless()) {
            return new Condition(InstallationCheck.ACCOUNTS, Verdict.ACT, ".useless", List.of());
        } else if (!accounts.areManaged()) {
            return new Condition(InstallationCheck.ACCOUNTS, Verdict.FINE, ".elsewhere", List.of());
        }
        return waiting(InstallationCheck.ACCOUNTS, database, "select count(*), min(since) from account_due");
    }

    private Condition waiting(InstallationCheck what, DataSource pool, String query, Object... arguments) {
        Waiting found = waiting(pool, query, arguments);
        return found.since()
                .map(since -> Condition.of(
                        what,
                        Verdict.above(age(since).toMinutes(), WAITS.toMinutes(), WAITS_LONG.toMinutes()),
                        found.number(),
                        since))
                .orElse(Condition.none(what, Verdict.FINE));
    }

    private static Waiting waiting(DataSource pool, String query, Object... arguments) {
        return Statements.on(pool)
                .list(
                        row -> new Waiting(
                                row.getLong(1),
                                Optional.ofNullable(row.getTimestamp(2)).map(each -> each.toInstant())),
                        query,
                        arguments)
                .getFirst();
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }

    private long size() {
        return number("select pg_database_size(current_database())");
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private String text(String query) {
        return Statements.on(database).text(query).orElseThrow();
    }

    /** Rounded up. */
    private static long gib(long bytes) {
        return (bytes + GIB - 1) / GIB;
    }
}
