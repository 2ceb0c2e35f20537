package org.durumi.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.UserId;
import org.durumi.vault.Sealed;

/** The rows of what is mailed, and where to; of the first the database shows what is due for one person. */
@ApplicationScoped
class Mails {
    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    /** All that a person is to be told, if some of it is due and nobody else is about it; the oldest first. */
    List<WaitingMail> take(UserId person, Instant now) {
        return statements().list(Mails::waiting, "select * from take_mail(?, ?)", person.value(), now);
    }

    void putOff(List<WaitingMail> some, Instant until) {
        statements().call("select put_mail_off(?, ?)", ids(some), until);
    }

    void end(List<WaitingMail> some) {
        statements().call("select end_mail(?)", (Object) ids(some));
    }

    /** What could not be sent so far. */
    MailTrouble trouble() {
        return statements()
                .list(
                        row -> new MailTrouble(
                                row.getInt(1),
                                moment(row, 2),
                                Optional.ofNullable(row.getString(3)).orElse("")),
                        "select * from mail_waiting()")
                .getFirst();
    }

    /** Where a person is told. */
    Optional<MailAddress> standing(UserId owner) {
        return address(owner, "confirmed_at is not null");
    }

    /** What waits for its code. */
    Optional<MailAddress> asked(UserId owner) {
        return address(owner, "confirmed_at is null");
    }

    /** Takes one of the tries that a code has; empty if there is none left, or it waits for no code. */
    Optional<MailAddress> tried(UserId owner) {
        int taken = statements()
                .run(
                        "update mail_address set tries = tries + 1 where user_id = ? and confirmed_at is null and tries < ?",
                        owner.value(),
                        MailAddress.TRIES);
        return taken == 1 ? asked(owner) : Optional.empty();
    }

    private Optional<MailAddress> address(UserId owner, String which) {
        return statements()
                .list(
                        row -> address(row, owner),
                        "select id, by_organisation, rhythm, asked_at, coalesce(code, ''), confirmed_at, mac, counted_since, sent"
                                + " from mail_address where user_id = ? and " + which,
                        owner.value())
                .stream()
                .findFirst();
    }

    void add(MailAddress address) {
        statements()
                .run(
                        "insert into mail_address (id, user_id, by_organisation, rhythm, asked_at, code, mac)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        address.id(),
                        address.owner().value(),
                        address.sealed().bytes(),
                        address.rhythm().name(),
                        address.asked(),
                        address.code().bytes(),
                        address.mac());
    }

    void confirm(MailAddress address) {
        statements()
                .run(
                        "update mail_address set code = null, confirmed_at = ?, rhythm = ?, mac = ? where id = ?",
                        address.confirmed().orElseThrow(),
                        address.rhythm().name(),
                        address.mac(),
                        address.id());
    }

    void choose(MailAddress address) {
        statements()
                .run(
                        "update mail_address set rhythm = ?, mac = ? where id = ?",
                        address.rhythm().name(),
                        address.mac(),
                        address.id());
    }

    void remove(MailAddress address) {
        statements().run("delete from mail_address where id = ?", address.id());
    }

    /** One more went there. */
    void count(MailAddress address, Instant now) {
        if (address.counts(now)) {
            statements().run("update mail_address set sent = sent + 1 where id = ?", address.id());
        } else {
            statements().run("update mail_address set sent = 1, counted_since = ? where id = ?", now, address.id());
        }
    }

    private static WaitingMail waiting(ResultSet row) throws SQLException {
        return new WaitingMail(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("number")),
                MailCause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getString("level")).map(Level::valueOf),
                row.getBoolean("urgent"),
                row.getTimestamp("at").toInstant());
    }

    private static MailAddress address(ResultSet row, UserId owner) throws SQLException {
        return new MailAddress(
                row.getObject(1, UUID.class),
                owner,
                new Sealed(row.getBytes(2)),
                MailRhythm.valueOf(row.getString(3)),
                row.getTimestamp(4).toInstant(),
                new Sealed(row.getBytes(5)),
                moment(row, 6),
                row.getBytes(7),
                moment(row, 8),
                row.getInt(9));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.util.Date::toInstant);
    }

    private static UUID[] ids(List<WaitingMail> some) {
        return some.stream().map(WaitingMail::id).toArray(UUID[]::new);
    }

    private Statements statements() {
        return Statements.on(database);
    }
}
