package org.durumi.identity.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.identity.Actor;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;

/** Changes the row of a session as only somebody with the session key can: for tests that let time pass. */
public final class SessionRows {
    private final SessionMacs macs;

    /** @param keys the directory of an installation's keys */
    public SessionRows(Path keys) {
        try {
            macs = new SessionMacs(new MacKey(Base64.getDecoder()
                    .decode(Files.readString(keys.resolve("session.key")).strip())));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The name of the row of a cookie. */
    public byte[] idOf(String cookie) {
        return macs.idOf(cookie);
    }

    /** Gives a row that was changed by hand the MACs of what it says now. */
    public void sign(Connection database, String user) {
        Statements statements = Statements.on(database);
        Session session = statements.list(SessionRows::read, """
                        select *, tag from staff_session where user_id = ?
                        """, user).get(0);
        statements.run(
                "update staff_session set granted_mac = ?, awake_mac = ?, refresh_mac = ? where user_id = ?",
                macs.granted(session, session.actor().roles()),
                macs.awake(session.idHash(), session.touched(), session.idleUntil()),
                macs.refresh(session, session.actor().roles(), session.refreshDue(), session.degradedSince()),
                user);
    }

    private static Session read(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Session(
                row.getBytes("id_hash"),
                new Actor(new UserId(row.getString("user_id")), roles, Optional.empty(), row.getString("tag")),
                "",
                row.getString("csrf_token"),
                Optional.empty(),
                Locale.KOREAN,
                Preferences.USUAL,
                row.getString("acr"),
                moment(row, "auth_time"),
                row.getString("provider_sid"),
                moment(row, "refresh_due"),
                Optional.ofNullable(row.getTimestamp("degraded_since")).map(java.sql.Timestamp::toInstant),
                moment(row, "touched"),
                moment(row, "idle_until"),
                moment(row, "ends"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
