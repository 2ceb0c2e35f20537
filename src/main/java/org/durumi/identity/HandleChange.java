package org.durumi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;

/**
 * Somebody got another name in Durumi. Who decides about a person knows them by it, so it is shown who changed it.
 *
 * @param from what colleagues called them before
 */
public record HandleChange(UserId who, String from, String to, Signed changed) {
    private static final String COLUMNS =
            "select user_id, handle_from, handle_to, changed_by, changed_at from handle_change ";

    /**
     * Gives a person another name, in the caller's transaction.
     *
     * @throws NotFound if the person is unknown
     * @throws RuleViolation at «handle» if a colleague is called so, or in a way that looks the same
     */
    public static void make(UserId who, String handle, Signed changed, Statements database) {
        List<StaffHandle> all = all(database);
        String before = all.stream()
                .filter(each -> each.who().equals(who))
                .map(StaffHandle::handle)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (all.stream().anyMatch(each -> !each.who().equals(who) && each.looksLike(handle))) {
            throw RuleViolation.at("handle", "staff.handle.taken");
        } else if (before.equals(handle)) {
            return;
        }
        database.run(
                "insert into handle_change (id, user_id, handle_from, handle_to, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                who.value(),
                before,
                handle,
                changed.by().value(),
                changed.at());
        database.run(
                "update staff_member set handle = ?, version = version + 1 where user_id = ?", handle, who.value());
    }

    /** Whether somebody is called so, or in a way that looks the same. */
    public static boolean isTaken(String handle, Statements database) {
        return all(database).stream().anyMatch(each -> each.looksLike(handle));
    }

    private static List<StaffHandle> all(Statements database) {
        return database.list(
                row -> new StaffHandle(new UserId(row.getString(1)), row.getString(2)),
                "select user_id, handle from staff_member");
    }

    /** All of one person, the newest first. */
    public static List<HandleChange> of(UserId who, Statements database) {
        return of(List.of(who), database);
    }

    /** The newest of everybody, at most so many. */
    public static List<HandleChange> newest(int most, Statements database) {
        return database.list(HandleChange::read, COLUMNS + "order by changed_at desc, id limit ?", most);
    }

    /** All of some people, the newest first. */
    public static List<HandleChange> of(List<UserId> people, Statements database) {
        return people.isEmpty()
                ? List.of()
                : database.list(
                        HandleChange::read, COLUMNS + "where user_id = any (?) order by changed_at desc, id", (Object)
                                people.stream().map(UserId::value).toArray(String[]::new));
    }

    private static HandleChange read(ResultSet row) throws SQLException {
        return new HandleChange(
                new UserId(row.getString("user_id")),
                row.getString("handle_from"),
                row.getString("handle_to"),
                new Signed(
                        new UserId(row.getString("changed_by")),
                        row.getTimestamp("changed_at").toInstant()));
    }
}
