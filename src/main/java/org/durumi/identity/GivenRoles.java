package org.durumi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** Every role that anybody was ever given, with its end: what is read, and changes nothing. */
public record GivenRoles(Statements database, Macs macs) {
    static final String EVERY = "select g.user_id, " + RoleGrant.COLUMNS
            + ", e.ended_by, e.ended_at, e.mac end_mac from role_grant g left join role_confirmation c on c.id = g.id"
            + " left join role_end e on e.id = g.id";

    /** All that a person was ever given, the newest first. */
    public List<GivenRole> of(UserId who) {
        return database.list(this::given, EVERY + " where g.user_id = ? order by g.asked_at desc, g.id", who.value());
    }

    /** The newest that anybody was given, at most so many. */
    public List<GivenRole> newest(int most) {
        return database.list(this::given, EVERY + " order by g.asked_at desc, g.id limit ?", most);
    }

    /** Whether anybody was ever given a role here, by whoever holds the keys. */
    public boolean areSome() {
        return database.list(this::given, EVERY).stream()
                .anyMatch(each -> each.grant().isGenuine(macs));
    }

    private GivenRole given(ResultSet row) throws SQLException {
        RoleGrant grant =
                RoleGrant.of(row, new UserId(row.getString("user_id"))).orElseThrow();
        String by = row.getString("ended_by");
        if (by == null) {
            return new GivenRole(grant, Optional.empty(), grant.isGenuine(macs));
        }
        Signed ended = new Signed(new UserId(by), row.getTimestamp("ended_at").toInstant());
        boolean genuine = grant.isGenuine(macs)
                && macs.fits(row.getBytes("end_mac"), MacUse.ROLE_END, grant.id(), ended.by(), ended.at());
        return new GivenRole(grant, Optional.of(ended), genuine);
    }
}
