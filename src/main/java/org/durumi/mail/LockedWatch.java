package org.durumi.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells one address of the organisation, nobody's, that check-ins are overdue while Durumi is locked: how many, and nothing else. After a
 * start at night nobody could see them otherwise.
 */
@ApplicationScoped
class LockedWatch {
    private static final Logger LOGGER = Logger.getLogger(LockedWatch.class.getName());

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.mail.watch")
    Optional<String> watch;

    private record Claim(int overdue, Instant until) {}

    /** Tells it unless another node has, or there is nothing new; what could not be sent is tried again after a minute. */
    void tell(Instant now) {
        if (watch.isPresent()) {
            statements()
                    .list(
                            row -> new Claim(row.getInt(1), row.getTimestamp(2).toInstant()),
                            "select overdue, until from claim_locked_mail(?)",
                            now)
                    .forEach(claim -> tell(watch.get(), claim, now));
        }
    }

    private void tell(String address, Claim claim, Instant now) {
        Texts korean = new Texts(Locale.KOREAN, clock.getZone());
        Texts english = new Texts(Locale.ENGLISH, clock.getZone());
        try {
            server.send(address, MailText.locked(claim.overdue(), claim.until(), korean, english), Locale.KOREAN);
            statements().call("select locked_mail_was_sent(?)", claim.until());
        } catch (MailFailed failed) {
            LOGGER.log(
                    Level.SEVERE, "Check-ins are overdue, Durumi is locked, and no mail says so: {0}", failed.kind());
            statements().call("select locked_mail_failed(?)", now);
        }
    }

    private Statements statements() {
        return Statements.on(database);
    }
}
