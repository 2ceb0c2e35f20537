package org.durumi.vault;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.durumi.jdbc.Outage;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The running nodes of the application: each says every few seconds in what state it is and which key versions it holds. */
@ApplicationScoped
public class Nodes {
    private static final int SECONDS = 15;

    /**
     * A node as it was heard last.
     *
     * @param name its machine, and the port of its health
     * @param self whether it is the one that answers
     */
    public record Node(String name, VaultLock.State state, List<Integer> kekVersions, boolean self) {}

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    VaultLock lock;

    @Inject
    @ConfigProperty(name = "durumi.health.port", defaultValue = "8081")
    int healthPort;

    private final UUID id = UUID.randomUUID();
    private @Nullable ScheduledFuture<?> speaking;

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        speaking = executor.scheduleWithFixedDelay(this::speak, 0, SECONDS, TimeUnit.SECONDS);
    }

    void atStop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending) {
        if (speaking != null) {
            speaking.cancel(false);
        }
        try {
            Statements.on(database).run("delete from node where id = ?", id);
        } catch (StatementFailed away) {
            // It is forgotten after a minute.
        }
    }

    /** The running nodes by their names. */
    public List<Node> running() {
        return running(Statements.on(database), id);
    }

    /** Those running nodes that do not hold a version of the key-encryption key. */
    static List<Node> lacking(int version, Statements statements) {
        return running(statements).stream()
                .filter(node -> !node.kekVersions().contains(version))
                .toList();
    }

    /** The same, for a program that is none of them. */
    static List<Node> running(Statements statements) {
        return running(statements, new UUID(0, 0));
    }

    /** A node that has said nothing for a minute runs no more. The time is the database's, the same for all. */
    private static List<Node> running(Statements statements, UUID self) {
        return statements.list(
                row -> new Node(
                        row.getString("name"),
                        VaultLock.State.valueOf(row.getString("state")),
                        Arrays.asList((Integer[]) row.getArray("kek_versions").getArray()),
                        row.getObject("id", UUID.class).equals(self)),
                "select id, name, state, kek_versions from node where seen > clock_timestamp() - interval '1 minute'"
                        + " order by name, id");
    }

    /** Says how this node is now, so that nobody has to wait for the next time. */
    public void speak() {
        try {
            Statements statements = Statements.on(database);
            statements.run("""
                    insert into node (id, name, state, kek_versions, seen) values (?, ?, ?, ?, clock_timestamp())
                    on conflict (id) do update set state = excluded.state, kek_versions = excluded.kek_versions, seen = excluded.seen
                    """, id, name(), lock.state().name(), lock.versions().toArray(Integer[]::new));
            // At one place of one machine there is one node: an earlier one has ended.
            statements.run(
                    "delete from node where (name = ? and id <> ?) or seen < clock_timestamp() - interval '1 day'",
                    name(),
                    id);
        } catch (StatementFailed away) {
            Outage.of(away).ifPresent(Outage::log);
        }
    }

    private String name() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + healthPort;
        } catch (UnknownHostException nameless) {
            return "localhost:" + healthPort;
        }
    }
}
