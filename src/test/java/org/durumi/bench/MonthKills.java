package org.durumi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Kills the application of a simulated month while it does something, and notes what the database was doing for it. */
final class MonthKills {
    private static final long LONGEST_NANOS = 1_500_000_000L;
    private static final long MILLI = 1_000_000;

    private final MonthNode node;
    private final MonthMail mail;
    private final Random chance;
    private final Connection database;
    private final Map<String, Integer> hits = new TreeMap<>();
    private @Nullable Thread killer;

    /** What it is to be in the midst of. */
    enum Blow {
        SAVE,
        CLIMB,
        JOB,
        MAIL,
        NOTHING
    }

    MonthKills(MonthNode node, MonthMail mail, Random chance) throws SQLException {
        database = node.superuser();
        this.node = node;
        this.mail = mail;
        this.chance = chance;
    }

    Map<String, Integer> hits() {
        return hits;
    }

    /** From now on it is killed as soon as it does that, and soon in any case. */
    void arm(Blow blow) {
        long wait = chance.nextInt(blow == Blow.SAVE ? 40 : blow == Blow.JOB ? 15 : 1) * MILLI;
        boolean mailed = blow == Blow.MAIL;
        if (mailed) {
            mail.afterNext(node::kill);
        }
        killer = Thread.ofPlatform().name("kill").start(() -> {
            try {
                kill(blow, wait);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void kill(Blow blow, long wait) throws SQLException {
        long end = System.nanoTime() + LONGEST_NANOS;
        Set<String> busy = busy();
        while (node.isAlive() && !busy.contains(blow.name()) && System.nanoTime() < end && blow != Blow.NOTHING) {
            busy = busy();
        }
        LockSupport.parkNanos(wait);
        if (!node.isAlive()) {
            note("a mail that was handed over");
            return;
        }
        busy = wait == 0 ? busy : busy();
        node.kill();
        mail.expectNothing();
        note(
                busy.contains("CLIMB")
                        ? "the climb"
                        : blow == Blow.SAVE && busy.contains("SAVE")
                                ? "a save"
                                : busy.contains("MAILS")
                                        ? "mails"
                                        : busy.contains("JOB") ? "a job" : "nothing in the database");
    }

    private synchronized void note(String what) {
        hits.merge(what, 1, Integer::sum);
    }

    /** What the database does for the application at this moment. */
    private Set<String> busy() throws SQLException {
        Set<String> busy = new HashSet<>();
        try (PreparedStatement select = database.prepareStatement("""
                        select application_name, query ilike '%mail%', query like '%climb_check_ins%' from pg_stat_activity
                        where application_name in ('durumi', 'durumi-job', 'durumi-log') and state <> 'idle' and xact_start is not null
                        """);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getBoolean(3)) {
                    busy.add("CLIMB");
                } else if (rows.getBoolean(2)) {
                    busy.add("MAILS");
                } else if (!rows.getString(1).equals("durumi-job")) {
                    busy.add("SAVE");
                    busy.add("JOB");
                }
            }
        }
        return busy;
    }

    /** Waits until it is dead, if that was wanted. */
    void done() throws InterruptedException {
        if (killer != null) {
            killer.join();
            killer = null;
        }
    }
}
