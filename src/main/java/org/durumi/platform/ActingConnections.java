package org.durumi.platform;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.hibernate.HibernateException;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;
import org.hibernate.service.spi.Configurable;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's way into the database: before anything else, every transaction says who acts, and the database shows the rows of
 * their cases only.
 *
 * <p>Outside of a transaction nobody acts, and there are no rows. What is said ends with the transaction, so that a
 * connection goes back to the pool as nobody's.
 */
public class ActingConnections implements ConnectionProvider, Configurable {
    private static final long serialVersionUID = 1L;
    private static final String SAY = "select set_config('app.user', ?, true), set_config('app.team', ?, true),"
            + " set_config('app.reader', ?, true), set_config('app.told', ?, true)";

    private transient DataSource pool;
    private transient TransactionSynchronizationRegistry transaction;

    /** Stands for the person of whichever request asks it. Looked up once: the server walks the stack to know who looks. */
    private transient volatile @Nullable CurrentUser user;

    /** What the policies of the database ask for; empty if it does not hold for who acts. */
    private record Acting(String caseworker, String supervisedTeam, String reader, String told) {
        static Acting of(Optional<Actor> actor) {
            return new Acting(
                    actor.filter(each -> each.is(Role.CASEWORKER))
                            .map(each -> each.id().value())
                            .orElse(""),
                    actor.flatMap(Actor::supervisedTeam)
                            .map(team -> team.value().toString())
                            .orElse(""),
                    // Whoever works with cases may be given to read one that is not theirs.
                    actor.filter(Actor::worksWithCases)
                            .map(each -> each.id().value())
                            .orElse(""),
                    actor.map(each -> each.id().value()).orElse(""));
        }
    }

    @Override
    @SuppressWarnings("BanJNDI") // The name is the platform's own.
    public void configure(Map<String, Object> settings) {
        pool = (DataSource) Objects.requireNonNull(settings.get(AvailableSettings.JAKARTA_JTA_DATASOURCE));
        try {
            transaction = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException missing) {
            throw new HibernateException("the server has no transactions", missing);
        }
    }

    /** The pool that the connections come from. */
    public DataSource pool() {
        return pool;
    }

    /** Takes connections from another pool from now on. */
    public void takeFrom(DataSource other) {
        pool = other;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            if (transaction.getTransactionKey() != null) {
                say(connection, Acting.of(actor()));
            }
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /** A connection goes back after each statement: the pool knows the one of the transaction. */
    @Override
    public boolean supportsAggressiveRelease() {
        return true;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this) || type.isInstance(pool);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        } else if (type.isInstance(pool)) {
            return type.cast(pool);
        }
        throw new UnknownUnwrapTypeException(type);
    }

    private Optional<Actor> actor() {
        if (user == null) {
            user = CDI.current().select(CurrentUser.class).get();
        }
        try {
            return user.signedIn();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }

    private void say(Connection connection, Acting now) throws SQLException {
        if (now.equals(transaction.getResource(Acting.class))) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SAY)) {
            statement.setString(1, now.caseworker());
            statement.setString(2, now.supervisedTeam());
            statement.setString(3, now.reader());
            statement.setString(4, now.told());
            statement.execute();
        }
        transaction.putResource(Acting.class, now);
    }
}
