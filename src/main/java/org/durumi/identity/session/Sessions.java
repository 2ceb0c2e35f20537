package org.durumi.identity.session;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.durumi.identity.Actor;
import org.durumi.identity.Density;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Membership;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrant;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.SignedOut;
import org.durumi.identity.Theme;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** The rows of the open sessions, and for an hour the form tokens of those that ended. Any node can serve any request. */
@ApplicationScoped
class Sessions {
    private static final String COLUMNS =
            "s.id_hash, s.user_id, s.roles, m.handle, m.theme, m.density, m.shortcuts, m.news_seen, s.csrf_token, s.message, s.language, s.acr, s.auth_time,"
                    + " s.provider_sid, s.refresh_due, s.degraded_since, s.touched, s.idle_until, s.ends, s.granted_mac,"
                    + " s.awake_mac, s.refresh_mac, s.created";
    private static final String FROM = " FROM staff_session s JOIN staff_member m ON m.user_id = s.user_id";

    /** For whom a session gives rights: whoever ends one needs no team. */
    private static final String WITH_RIGHTS =
            "SELECT " + COLUMNS + ", " + Membership.COLUMNS + ", " + RoleGrant.COLUMNS + FROM
                    + " LEFT JOIN membership t ON t.user_id = s.user_id AND t.until IS NULL"
                    + RoleGrant.joinedTo("s");

    /** A row as it stands there, with what tells whether it is believed. */
    private record Row(
            Session session,
            Instant created,
            byte[] granted,
            byte[] awake,
            byte[] refresh,
            Optional<Membership> membership,
            Optional<RoleGrant> role) {}

    /**
     * A session that the application wrote.
     *
     * @param roles what the person may be by rows of ours; everything while the keys are locked and nobody can tell, but of whose role waits or has ended
     */
    record Found(Session session, Instant created, Set<Role> roles) {
        /** Whether its person still has the roles with which they came in. */
        boolean grantsItsRoles() {
            return roles.containsAll(session.actor().roles());
        }
    }

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    SessionSettings settings;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    /** Opens a session; false if the person has one already, which must be ended before. */
    boolean open(Session session, String refreshToken, Instant now) {
        int opened = statements()
                .run(
                        "INSERT INTO staff_session (id_hash, user_id, tag, roles, csrf_token, language, acr, auth_time,"
                                + " provider_sid, refresh_token, refresh_due, created, touched, idle_until, ends, granted_mac,"
                                + " awake_mac, refresh_mac)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (user_id) DO NOTHING",
                        session.idHash(),
                        session.user().value(),
                        session.actor().sessionTag(),
                        text(session.actor().roles()),
                        session.csrfToken(),
                        session.language().getLanguage(),
                        session.acr(),
                        session.authTime(),
                        session.providerSid(),
                        refreshToken,
                        session.refreshDue(),
                        now,
                        session.touched(),
                        session.idleUntil(),
                        session.ends(),
                        marks().granted(session, session.actor().roles()),
                        marks().awake(session.idHash(), session.touched(), session.idleUntil()),
                        marks().refresh(session, session.actor().roles(), session.refreshDue(), Optional.empty()));
        return opened == 1;
    }

    /**
     * The session of a cookie, even if its time is over: the caller ends it then. A row that the application did not write is
     * none.
     */
    Optional<Found> find(byte[] idHash) {
        return believed(statements().list(Sessions::rowWithRights, WITH_RIGHTS + " WHERE s.id_hash = ?", idHash))
                .stream()
                .findFirst();
    }

    /** Those with one of these tags, even if their time is over; as far as the application wrote them. */
    List<Found> ofTags(Collection<String> tags) {
        return believed(statements().list(Sessions::rowWithRights, WITH_RIGHTS + " WHERE s.tag = ANY (?)", (Object)
                tags.toArray(String[]::new)));
    }

    List<Session> ofUser(UserId user) {
        return list("SELECT " + COLUMNS + FROM + " WHERE s.user_id = ?", user.value());
    }

    /** Those that hang on one session of the identity provider. */
    List<Session> ofProvider(String sid) {
        return list("SELECT " + COLUMNS + FROM + " WHERE s.provider_sid = ?", sid);
    }

    Optional<Session> ofTag(String tag) {
        return list("SELECT " + COLUMNS + FROM + " WHERE s.tag = ?", tag).stream()
                .findFirst();
    }

    /** Everybody's open sessions, those in use first. */
    List<OpenSessions.OpenSession> stillOpen(Instant now) {
        List<Row> open = statements()
                .list(
                        Sessions::rowWithRights,
                        WITH_RIGHTS + " WHERE s.idle_until > ? AND s.ends > ? ORDER BY s.touched DESC, s.tag",
                        now,
                        now);
        return believed(open).stream()
                .map(each -> new OpenSessions.OpenSession(
                        each.session().actor(),
                        each.created(),
                        each.session().touched(),
                        each.session().idleUntil(),
                        each.session().ends()))
                .toList();
    }

    /** Notes a word of the identity provider, and forgets old ones; false if it was noted before. */
    boolean hearOnce(String jti, Instant now, Instant before) {
        statements().run("DELETE FROM logout_token WHERE heard < ?", before);
        return statements()
                        .run(
                                "INSERT INTO logout_token (jti_hash, heard) VALUES (?, ?) ON CONFLICT DO NOTHING",
                                Secrets.hash(jti),
                                now)
                == 1;
    }

    /** Those whose time is over and whose browser never came back. */
    List<Session> over(Instant now) {
        return list(
                "SELECT " + COLUMNS + FROM + " WHERE s.idle_until <= ? OR s.ends <= ? ORDER BY s.ends LIMIT 100",
                now,
                now);
    }

    /** Whether the row was there: of two that end the same session, one is told so. Nothing of the session stays. */
    boolean end(Session session) {
        return statements().run("DELETE FROM staff_session WHERE id_hash = ?", session.idHash()) == 1;
    }

    /**
     * Ends a session, and remembers the token of its forms: a page that is still open may send one, and what was typed there
     * is worth keeping. Whether the row was there.
     */
    boolean endKeepingForms(Session session, SignedOut.Reason reason, Instant now) {
        return statements()
                        .run(
                                "WITH ended AS (DELETE FROM staff_session WHERE id_hash = ? RETURNING user_id)"
                                        + " INSERT INTO ended_session (token_hash, user_id, ended, mac, replaced_id)"
                                        + " SELECT ?, user_id, ?, ?, CASE WHEN ? THEN CAST(? AS bytea) END FROM ended",
                                session.idHash(),
                                Secrets.hash(session.csrfToken()),
                                now,
                                marks().ended(session.csrfToken(), session.user()),
                                reason == SignedOut.Reason.REPLACED,
                                session.idHash())
                == 1;
    }

    /** Whether the session of this hash was ended after a moment by its person's signing in elsewhere. It gives no right. */
    boolean wasReplaced(byte[] idHash, Instant since) {
        return statements()
                .text("SELECT 'replaced' FROM ended_session WHERE replaced_id = ? AND ended > ?", idHash, since)
                .isPresent();
    }

    /** Whose session it was that had this form token and ended after a moment; empty if none did. */
    Optional<UserId> ownerOfEnded(String csrfToken, Instant since) {
        return statements()
                .list(
                        row -> Map.entry(new UserId(row.getString("user_id")), row.getBytes("mac")),
                        "SELECT user_id, mac FROM ended_session WHERE token_hash = ? AND ended > ?",
                        Secrets.hash(csrfToken),
                        since)
                .stream()
                .filter(each -> MessageDigest.isEqual(each.getValue(), marks().ended(csrfToken, each.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void forgetEnded(Instant before) {
        statements().run("DELETE FROM ended_session WHERE ended <= ?", before);
    }

    /**
     * Gives a session another cookie after its person has proved anew who they are. Its forms, its message and its end stay.
     * Whether the row was there.
     */
    boolean renew(Session old, Session renewed, String refreshToken) {
        return statements()
                        .run(
                                "UPDATE staff_session SET id_hash = ?, tag = ?, roles = ?, acr = ?, auth_time = ?, provider_sid = ?,"
                                        + " refresh_token = ?, refresh_due = ?, degraded_since = NULL, touched = ?, idle_until = ?,"
                                        + " granted_mac = ?, awake_mac = ?, refresh_mac = ? WHERE id_hash = ?",
                                renewed.idHash(),
                                renewed.actor().sessionTag(),
                                text(renewed.actor().roles()),
                                renewed.acr(),
                                renewed.authTime(),
                                renewed.providerSid(),
                                refreshToken,
                                renewed.refreshDue(),
                                renewed.touched(),
                                renewed.idleUntil(),
                                marks().granted(renewed, renewed.actor().roles()),
                                marks().awake(renewed.idHash(), renewed.touched(), renewed.idleUntil()),
                                marks().refresh(
                                                renewed,
                                                renewed.actor().roles(),
                                                renewed.refreshDue(),
                                                Optional.empty()),
                                old.idHash())
                == 1;
    }

    void touch(Session session, Instant now, Instant idleUntil) {
        statements()
                .run(
                        "UPDATE staff_session SET touched = ?, idle_until = ?, awake_mac = ? WHERE id_hash = ? AND touched < ?",
                        now,
                        idleUntil,
                        marks().awake(session.idHash(), now, idleUntil),
                        session.idHash(),
                        now);
    }

    /**
     * Takes the turn to refresh this session and returns its sealed refresh token; empty if somebody else has the turn.
     * The row is locked for the statement only, never while the identity provider is being asked: the turn is a lease.
     */
    Optional<String> takeTurnToRefresh(Session session, Instant now, Instant leaseUntil) {
        return statements()
                .text(
                        "UPDATE staff_session SET refresh_due = ?, refresh_mac = ? WHERE id_hash ="
                                + " (SELECT id_hash FROM staff_session WHERE id_hash = ? AND refresh_due <= ?"
                                + " AND coalesce(degraded_since, 'epoch') = ?"
                                + " FOR UPDATE SKIP LOCKED) RETURNING refresh_token",
                        leaseUntil,
                        marks().refresh(session, session.actor().roles(), leaseUntil, session.degradedSince()),
                        session.idHash(),
                        now,
                        session.degradedSince().orElse(Instant.EPOCH));
    }

    void refreshed(Session session, Set<Role> roles, String refreshToken, Instant due) {
        statements()
                .run(
                        "UPDATE staff_session SET roles = ?, refresh_token = ?, refresh_due = ?, degraded_since = NULL,"
                                + " granted_mac = ?, refresh_mac = ? WHERE id_hash = ?",
                        text(roles),
                        refreshToken,
                        due,
                        marks().granted(session, roles),
                        marks().refresh(session, roles, due, Optional.empty()),
                        session.idHash());
    }

    /**
     * Notes that the identity provider did not answer; the first such moment stays until it answers again.
     *
     * @param lease until when the caller has the turn
     */
    void providerAway(Session session, Instant lease, Instant now) {
        if (session.degradedSince().isEmpty()) {
            statements()
                    .run(
                            "UPDATE staff_session SET degraded_since = ?, refresh_mac = ?"
                                    + " WHERE id_hash = ? AND refresh_due = ? AND degraded_since IS NULL",
                            now,
                            marks().refresh(session, session.actor().roles(), lease, Optional.of(now)),
                            session.idHash(),
                            lease);
        }
    }

    /** The sealed refresh token, for telling the identity provider that the session is over. */
    Optional<String> refreshToken(Session session) {
        return statements().text("SELECT refresh_token FROM staff_session WHERE id_hash = ?", session.idHash());
    }

    void putMessage(Session session, String key) {
        statements().run("UPDATE staff_session SET message = ? WHERE id_hash = ?", key, session.idHash());
    }

    /** Of two requests that take at once, one gets the message. */
    Optional<String> takeMessage(Session session) {
        return session.message()
                .filter(message -> statements()
                                .run(
                                        "UPDATE staff_session SET message = NULL WHERE id_hash = ? AND message = ?",
                                        session.idHash(),
                                        message)
                        == 1);
    }

    Session speak(Session session, Locale language) {
        statements()
                .run(
                        "UPDATE staff_session SET language = ? WHERE id_hash = ?",
                        language.getLanguage(),
                        session.idHash());
        return session.speaking(language);
    }

    /** The sign-in works before any transaction begins: each statement stands alone. */
    private Statements statements() {
        return Statements.on(database);
    }

    private List<Session> list(String sql, Object... arguments) {
        return statements()
                .list(row -> row(row, Optional.empty(), Optional.empty()).session(), sql, arguments);
    }

    /**
     * Those that the application wrote, each with its team and role as far as the application wrote those. Asked without a
     * connection.
     */
    private List<Found> believed(List<Row> rows) {
        boolean locked = !rows.isEmpty() && macs.areLocked();
        return rows.stream()
                .filter(this::isGenuine)
                .map(each -> new Found(
                        each.session().inTeam(locked ? Optional.empty() : team(each.membership())),
                        each.created(),
                        locked ? unlessRowsSpeakAgainst(each.session().user()) : roles(each.role())))
                .toList();
    }

    /** Nobody can check a MAC now; a row that only keeps somebody out needs none, as at the sign-in. */
    private Set<Role> unlessRowsSpeakAgainst(UserId user) {
        return new RoleGrants(statements(), macs).speakAgainst(user) ? Set.of() : EnumSet.allOf(Role.class);
    }

    private boolean isGenuine(Row row) {
        boolean genuine = marks().fit(row.session(), row.granted(), row.awake(), row.refresh());
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.SESSION, row.session().user(), Optional.empty()));
        }
        return genuine;
    }

    private Optional<TeamId> team(Optional<Membership> membership) {
        Optional<Membership> genuine = membership.filter(each -> each.isGenuine(macs));
        if (membership.isPresent() && genuine.isEmpty()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.TEAM, membership.get().who(), Optional.empty()));
        }
        return genuine.map(Membership::team);
    }

    private Set<Role> roles(Optional<RoleGrant> grant) {
        if (grant.filter(each -> !each.isGenuine(macs)).isPresent()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.ROLE, grant.get().who(), Optional.empty()));
        }
        return grant.filter(each -> each.stands(macs))
                .map(each -> Set.of(each.role()))
                .orElse(Set.of());
    }

    private static Row rowWithRights(ResultSet row) throws SQLException {
        UserId who = new UserId(row.getString("user_id"));
        return row(row, Membership.of(row, who), RoleGrant.of(row, who));
    }

    private static Row row(ResultSet row, Optional<Membership> membership, Optional<RoleGrant> role)
            throws SQLException {
        byte[] idHash = row.getBytes("id_hash");
        Actor actor = new Actor(
                new UserId(row.getString("user_id")),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                Optional.empty(),
                // The column is for those who look for a tag; whose it is follows from the name of the row.
                Secrets.tag(idHash));
        Session session = new Session(
                idHash,
                actor,
                row.getString("handle"),
                row.getString("csrf_token"),
                Optional.ofNullable(row.getString("message")),
                Locale.forLanguageTag(row.getString("language")),
                preferences(row),
                row.getString("acr"),
                moment(row, "auth_time"),
                row.getString("provider_sid"),
                moment(row, "refresh_due"),
                Optional.ofNullable(row.getTimestamp("degraded_since")).map(Timestamp::toInstant),
                moment(row, "touched"),
                moment(row, "idle_until"),
                moment(row, "ends"));
        return new Row(
                session,
                moment(row, "created"),
                row.getBytes("granted_mac"),
                row.getBytes("awake_mac"),
                row.getBytes("refresh_mac"),
                membership,
                role);
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                Theme.valueOf(row.getString("theme")),
                Density.valueOf(row.getString("density")),
                row.getBoolean("shortcuts"),
                row.getInt("news_seen"));
    }

    private SessionMacs marks() {
        return settings.macs();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
