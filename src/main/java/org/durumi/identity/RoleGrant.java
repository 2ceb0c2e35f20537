package org.durumi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * Somebody is to have a role. It counts once another one has confirmed it, and only with the MACs of whoever holds the keys; the identity
 * provider must name the same role.
 *
 * @param asked who asked for it, and when
 * @param confirmation empty as long as nobody has confirmed it
 */
public record RoleGrant(UUID id, UserId who, Role role, Signed asked, byte[] mac, Optional<Confirmation> confirmation) {
    /** The columns that {@link #of} reads, of a query that is {@link #joinedTo} one of people. */
    public static final String COLUMNS = "g.id role_grant, g.role granted_role, g.asked_by, g.asked_at, g.mac role_mac,"
            + " c.confirmed_by, c.confirmed_at, c.mac confirmation_mac";

    /** Somebody else agrees. */
    public record Confirmation(Signed by, byte[] mac) {}

    /** Joins what stands or waits for each person of a table with a column «user_id». */
    public static String joinedTo(String people) {
        return " LEFT JOIN role_grant g ON g.user_id = " + people + ".user_id AND g.until IS NULL"
                + " LEFT JOIN role_confirmation c ON c.id = g.id";
    }

    static RoleGrant ask(UserId who, Role role, Signed asked, Macs macs) {
        UUID id = UUID.randomUUID();
        return new RoleGrant(
                id, who, role, asked, macs.of(MacUse.ROLE_GRANT, values(id, who, role, asked)), Optional.empty());
    }

    /** The one in a row with these columns; empty if the person has none. */
    public static Optional<RoleGrant> of(ResultSet row, UserId who) throws SQLException {
        UUID id = row.getObject("role_grant", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new RoleGrant(
                        id,
                        who,
                        Role.valueOf(row.getString("granted_role")),
                        new Signed(new UserId(row.getString("asked_by")), moment(row, "asked_at")),
                        row.getBytes("role_mac"),
                        confirmation(row)));
    }

    private static Optional<Confirmation> confirmation(ResultSet row) throws SQLException {
        String by = row.getString("confirmed_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Confirmation(
                        new Signed(new UserId(by), moment(row, "confirmed_at")), row.getBytes("confirmation_mac")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    RoleGrant confirm(Signed confirmed, Macs macs) {
        byte[] confirming = macs.of(MacUse.ROLE_CONFIRMATION, id, confirmed.by(), confirmed.at());
        return new RoleGrant(id, who, role, asked, mac, Optional.of(new Confirmation(confirmed, confirming)));
    }

    /** Whether whoever holds the keys wrote all of it. */
    public boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.ROLE_GRANT, values(id, who, role, asked))
                && confirmation
                        .map(each -> macs.fits(
                                each.mac(),
                                MacUse.ROLE_CONFIRMATION,
                                id,
                                each.by().by(),
                                each.by().at()))
                        .orElse(true);
    }

    /** Whether the person has the role now. */
    public boolean stands(Macs macs) {
        return confirmation.isPresent() && isGenuine(macs);
    }

    private static Object[] values(UUID id, UserId who, Role role, Signed asked) {
        return new Object[] {id, who, role, asked.by(), asked.at()};
    }
}
