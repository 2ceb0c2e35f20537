package org.durumi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * Somebody belongs to a team. A supervisor's right to see its cases follows from it, so it counts only with the MAC of whoever
 * holds the keys: the application, or {@code bin/staff}.
 *
 * @param entered who put them into the team, and since when they belong to it
 */
public record Membership(UUID id, UserId who, TeamId team, Signed entered, byte[] mac) {
    /** The columns that {@link #of} reads, of a table called «t». */
    public static final String COLUMNS = "t.id team_membership, t.team_id, t.since, t.entered_by, t.mac team_mac";

    static Membership begin(UserId who, TeamId team, Signed entered, Macs macs) {
        UUID id = UUID.randomUUID();
        return new Membership(id, who, team, entered, macs.of(MacUse.MEMBERSHIP, values(id, who, team, entered)));
    }

    /** The one in a row with these columns; empty if the person belongs to no team. */
    public static Optional<Membership> of(ResultSet row, UserId who) throws SQLException {
        UUID id = row.getObject("team_membership", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Membership(
                        id,
                        who,
                        new TeamId(row.getObject("team_id", UUID.class)),
                        new Signed(new UserId(row.getString("entered_by")), moment(row)),
                        row.getBytes("team_mac")));
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getTimestamp("since").toInstant();
    }

    /** Whether it was written by whoever holds the keys. */
    public boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.MEMBERSHIP, values(id, who, team, entered));
    }

    private static Object[] values(UUID id, UserId who, TeamId team, Signed entered) {
        return new Object[] {id, who, team, entered.by(), entered.at()};
    }
}
