package org.durumi.web.support;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.durumi.accesslog.ForeignRows;
import org.durumi.jdbc.Outage;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.TimePassed;
import org.durumi.vault.VaultLock;

/**
 * Tells a balancer or a launcher whether this node runs, and whether it can work: it reaches the database, which
 * has room, can write the access log, draws a page as people see it, what falls due is looked at, and its keys are unlocked.
 */
@Path("/health")
@ApplicationScoped
public class Readiness {
    private static final int SECONDS = 2;

    /** Before the database refuses, at a minute. */
    private static final int SECONDS_APART = 30;

    /** Many times as long as between two looks, and longer than any takes. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String PLAIN = "text/plain;charset=UTF-8";

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Resource(lookup = "java:app/jdbc/durumi-log")
    DataSource log;

    @Inject
    VaultLock lock;

    @Inject
    Clock clock;

    @Inject
    ForeignRows foreign;

    @Inject
    Pages pages;

    private volatile long heard = System.nanoTime();

    /** A server can end a task that is to come again and again, and says so to nobody: whoever was not heard of would be missed by no one. */
    void whenTimePassed(@Observes TimePassed passed) {
        heard = System.nanoTime();
    }

    /** @param now as {@link System#nanoTime} says */
    boolean timePasses(long now) {
        return now - heard < SILENCE.toNanos();
    }

    @GET
    @Path("live")
    public Response live() {
        return Response.ok("live\n", PLAIN).build();
    }

    @GET
    @Path("ready")
    public Response ready() {
        Optional<Outage> outage = outage();
        if (outage.isPresent()) {
            return away(outage.get() == Outage.FULL ? "disk of the database full\n" : "not ready\n");
        }
        if (!draws()) {
            return away("not ready\n");
        }
        if (!timePasses(System.nanoTime())) {
            return away("what falls due is not looked at\n");
        }
        if (!agreesOnTime()) {
            return away("clock differs from the database's\n");
        }
        return switch (lock.state()) {
            case OPEN ->
                lock.isStale()
                        ? away("stale key\n")
                        : Response.ok(open(), PLAIN).build();
            case KEYS_GONE -> away("keys gone\n");
            case LOCKED -> away("locked\n");
            case WRONG_KEY -> away("wrong key\n");
            case AWAY -> away("not ready\n");
        };
    }

    /** A node that met rows of somebody else works on, and says so: they open nothing, but somebody writes into the database. */
    private String open() {
        long met = foreign.met();
        return met == 0
                ? "ready\n"
                : "ready\nrows that Durumi did not write were met " + met + " times: see the access log\n";
    }

    /** The access log takes no entry of another time than the database's, and nothing is opened without an entry. */
    private boolean agreesOnTime() {
        return Statements.on(database)
                .text(
                        "select 'agreed' where abs(extract(epoch from clock_timestamp() - ?)) < ?",
                        clock.instant(),
                        SECONDS_APART)
                .isPresent();
    }

    private static Response away(String why) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(why)
                .type(PLAIN)
                .build();
    }

    /** Through the same filters, beans and templates as every page: a server may answer and still draw nothing. */
    private boolean draws() {
        return pages.show(page -> pages.templates().startLanding(page, List.of(), ""))
                .hasEntity();
    }

    private Optional<Outage> outage() {
        try (Connection first = database.getConnection();
                Statement select = first.createStatement();
                Connection second = log.getConnection()) {
            select.setQueryTimeout(SECONDS);
            select.execute("select has_room()");
            return second.isValid(SECONDS) ? Optional.empty() : Optional.of(Outage.AWAY);
        } catch (SQLException refused) {
            return Optional.of(Outage.of(refused).orElse(Outage.AWAY));
        }
    }
}
