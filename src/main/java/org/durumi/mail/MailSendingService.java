package org.durumi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells one person by mail what is due, in a request and a transaction of its own, in which it also ends. */
@ApplicationScoped
@Transactional
public class MailSendingService {
    @Inject
    Mails mails;

    @Inject
    MailServer server;

    @Inject
    StaffDirectory staff;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String base;

    /**
     * Tells a person. Whoever has no address any more, or may not come in, is not told.
     *
     * @throws MailFailed if it could not be sent: it is to be tried again
     */
    @ActivateRequestContext
    public void send(UserId person, Instant now) {
        user.actAs(Actor.system("mail"));
        List<WaitingMail> told = mails.take(person, now);
        if (told.isEmpty()) {
            return;
        }
        Optional<MailAddress> stands = mails.standing(person);
        if (stands.filter(each -> !each.isGenuine(macs)).isPresent()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.MAIL_ADDRESS, person, Optional.empty()));
            stands = Optional.empty();
        }
        if (stands.isEmpty() || !staff.mayComeIn(person)) {
            mails.end(told);
            return;
        }
        MailAddress address = stands.get();
        Instant due = due(told, address, now);
        if (due.isAfter(now)) {
            mails.putOff(told, due);
            return;
        }
        Locale language = staff.member(person).flatMap(StaffMember::language).orElse(Texts.LANGUAGES.getFirst());
        server.send(
                address.open(vault.organisation()),
                MailText.of(told, new Texts(language, clock.getZone()), base),
                language);
        mails.end(told);
        mails.count(address, now);
    }

    /** When the first of it is due: what would come later comes along. */
    private Instant due(List<WaitingMail> told, MailAddress address, Instant now) {
        Instant first = told.stream()
                .map(each -> address.rhythm().due(each.at(), each.urgent(), clock.getZone()))
                .min(Instant::compareTo)
                .orElseThrow();
        return address.unlessTooOften(first, told.stream().anyMatch(WaitingMail::urgent), now);
    }
}
