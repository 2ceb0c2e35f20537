package org.durumi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/** Where somebody is told by mail: each says it for themselves, and confirms it by a code that is mailed there. */
@ApplicationScoped
@Transactional
public class MailAddressService {
    /** Plain addresses only: what a header could mistake for something else is none. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 100_000_000;

    @Inject
    Mails mails;

    @Inject
    MailServer server;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    /** What became of a code. */
    public enum Typed {
        CONFIRMED,
        WRONG,
        /** It is too old, was tried too often, or there is none. */
        OVER
    }

    public MyMail mine() {
        Optional<MailAddress> standing = genuine(mails.standing(me()));
        Optional<MailAddress> asked = genuine(mails.asked(me())).filter(each -> each.isOpenFor(clock.instant()));
        boolean sees = user.actor().is(Role.ADMINISTRATOR) && server.isThere();
        return new MyMail(
                server.isThere(),
                standing.map(this::opened).orElse(""),
                standing.map(MailAddress::rhythm).orElse(MailRhythm.AT_ONCE),
                asked.map(this::opened).orElse(""),
                sees ? Optional.of(mails.trouble()).filter(each -> each.waiting() > 0) : Optional.empty());
    }

    /**
     * Mails a code to an address. Where somebody was told so far, they are told until the code is typed.
     *
     * @throws RuleViolation at «address» if it is none, or nothing can be sent there
     */
    public void ask(@Valid NewMailAddress told, Locale language) {
        if (!server.isThere()) {
            throw RuleViolation.at("address", "mail.off");
        }
        String typed = told.address().strip();
        if (!ADDRESS.matcher(typed).matches()) {
            throw RuleViolation.at("address", "mail.address.none");
        }
        log.record(Access.of(AccessAction.CHANGE, AccessGroup.MAIL));
        mails.asked(me()).ifPresent(mails::remove);
        String code = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(CODES));
        MailAddress asked = MailAddress.ask(me(), typed, code, clock.instant(), vault.organisation(), macs);
        mails.add(asked);
        try {
            server.send(typed, MailText.code(asked.id(), code, new Texts(language, clock.getZone())), language);
        } catch (MailFailed failed) {
            throw RuleViolation.at("address", "mail.not-sent");
        }
    }

    /** Whoever types the code that was mailed is told there from now on, and nowhere else. A wrong one is counted. */
    public Typed confirm(@Valid NewMailCode told) {
        Instant now = clock.instant();
        Optional<MailAddress> asked = genuine(mails.tried(me())).filter(each -> each.isOpenFor(now));
        if (asked.isEmpty()) {
            return Typed.OVER;
        }
        if (!asked.get().isCode(told.code().replace(" ", ""), macs)) {
            return Typed.WRONG;
        }
        log.record(Access.of(AccessAction.CHANGE, AccessGroup.MAIL));
        Optional<MailAddress> before = mails.standing(me());
        MailRhythm rhythm = genuine(before).map(MailAddress::rhythm).orElse(MailRhythm.AT_ONCE);
        before.ifPresent(mails::remove);
        mails.confirm(asked.get().confirm(now, rhythm, macs));
        return Typed.CONFIRMED;
    }

    /** @throws RuleViolation at «rhythm» if they are told nowhere */
    public void choose(@Valid NewMailRhythm told) {
        MailAddress standing =
                genuine(mails.standing(me())).orElseThrow(() -> RuleViolation.at("rhythm", "mail.nowhere"));
        log.record(Access.of(AccessAction.CHANGE, AccessGroup.MAIL));
        mails.choose(standing.choose(told.rhythm(), macs));
    }

    /** Nobody is told anywhere any more, and what was typed is gone. */
    public void remove() {
        log.record(Access.of(AccessAction.CHANGE, AccessGroup.MAIL));
        mails.standing(me()).ifPresent(mails::remove);
        mails.asked(me()).ifPresent(mails::remove);
    }

    private Optional<MailAddress> genuine(Optional<MailAddress> found) {
        if (found.filter(Predicate.not(each -> each.isGenuine(macs))).isPresent()) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.MAIL_ADDRESS, me(), Optional.empty()));
            return Optional.empty();
        }
        return found;
    }

    private String opened(MailAddress address) {
        return address.open(vault.organisation());
    }

    private UserId me() {
        return user.actor().id();
    }
}
