package org.durumi.stances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.Role;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.route.Stance;

/**
 * A supervisor or an administrator says that a country is to count as something else. It does once somebody of the other role has confirmed
 * it, and only with the MACs of whoever holds the keys. Both rows are written once.
 *
 * @param as the role in which it was proposed
 * @param answer empty as long as nobody has answered
 */
public record StanceProposal(
        UUID id, NewStance wanted, Role as, Signed by, byte[] mac, Optional<StanceProposal.Answer> answer) {
    /** How long it waits. */
    static final Duration LASTS = Duration.ofDays(14);

    /** What {@link #read} reads. */
    static final String SELECT = "select p.id, p.country, p.stance, p.since, p.source, p.proposed_as, p.proposed_by,"
            + " p.proposed_at, p.mac, a.answer, a.answered_as, a.answered_by, a.answered_at, a.mac answer_mac"
            + " from stance_proposal p left join stance_answer a on a.id = p.id";

    /** What somebody said to it. */
    public record Answer(StanceAnswer what, Role as, Signed by, byte[] mac) {}

    static StanceProposal make(NewStance wanted, Role as, Signed by, Macs macs) {
        UUID id = UUID.randomUUID();
        return new StanceProposal(
                id, wanted, as, by, macs.of(MacUse.STANCE_PROPOSAL, values(id, wanted, as, by)), Optional.empty());
    }

    /** The one in a row; empty if it names a country that there is not, as no row of ours does. */
    static Optional<StanceProposal> read(ResultSet row) throws SQLException {
        Optional<CountryCode> country = CountryCode.read(row.getString("country"));
        return country.isEmpty()
                ? Optional.empty()
                : Optional.of(new StanceProposal(
                        row.getObject("id", UUID.class),
                        new NewStance(
                                country.get(),
                                Stance.valueOf(row.getString("stance")),
                                row.getObject("since", LocalDate.class),
                                row.getString("source")),
                        Role.valueOf(row.getString("proposed_as")),
                        signed(row, "proposed"),
                        row.getBytes("mac"),
                        answer(row)));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        String what = row.getString("answer");
        return what == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        StanceAnswer.valueOf(what),
                        Role.valueOf(row.getString("answered_as")),
                        signed(row, "answered"),
                        row.getBytes("answer_mac")));
    }

    private static Signed signed(ResultSet row, String act) throws SQLException {
        return new Signed(
                new UserId(row.getString(act + "_by")),
                row.getTimestamp(act + "_at").toInstant());
    }

    StanceProposal answered(StanceAnswer what, Role answering, Signed signed, Macs macs) {
        byte[] over = macs.of(MacUse.STANCE_ANSWER, values(what, answering, signed));
        return new StanceProposal(id, wanted, as, by, mac, Optional.of(new Answer(what, answering, signed, over)));
    }

    /** Whether whoever holds the keys wrote all of it. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.STANCE_PROPOSAL, values(id, wanted, as, by))
                && answer.map(each ->
                                macs.fits(each.mac(), MacUse.STANCE_ANSWER, values(each.what(), each.as(), each.by())))
                        .orElse(true);
    }

    private static Object[] values(UUID id, NewStance wanted, Role as, Signed by) {
        return new Object[] {
            id, wanted.country(), wanted.stance(), wanted.since(), wanted.source(), as, by.by(), by.at()
        };
    }

    /** The answer is bound to all that was proposed. */
    private Object[] values(StanceAnswer what, Role answering, Signed signed) {
        return new Object[] {id, mac, what, answering, signed.by(), signed.at()};
    }

    /** Whether it waits for an answer; nobody answers one that has expired. */
    public boolean waits(Instant now) {
        return answer.isEmpty() && now.isBefore(until());
    }

    /** When it expires, unless somebody answers. */
    public Instant until() {
        return by.at().plus(LASTS);
    }

    public boolean isConfirmed() {
        return answer.filter(each -> each.what() == StanceAnswer.CONFIRMED).isPresent();
    }

    /**
     * Whether somebody may confirm or decline it: another person, of the other role, whatever either of them was before.
     *
     * @param role one of the two that propose
     */
    public boolean isFor(UserId who, Role role) {
        return role != as && !by.by().equals(who);
    }
}
