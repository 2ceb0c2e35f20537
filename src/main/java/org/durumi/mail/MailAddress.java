package org.durumi.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedText;

/**
 * Where one person is told by mail, sealed with the organisation's key. It counts only with the application's MAC: nobody who writes into
 * the database alone sends notices elsewhere.
 *
 * @param code a MAC of the code that was mailed there; nothing once it was typed
 * @param confirmed when its code was typed; empty until then
 * @param countedSince since when mails that went there are counted; empty if none has
 */
record MailAddress(
        UUID id,
        UserId owner,
        Sealed sealed,
        MailRhythm rhythm,
        Instant asked,
        Sealed code,
        Optional<Instant> confirmed,
        byte[] mac,
        Optional<Instant> countedSince,
        int sent) {
    /** How long a code can be typed, and how often. */
    static final Duration CODE_HOLDS = Duration.ofMinutes(15);

    static final int TRIES = 5;

    /** More than so many in an hour come together, as one. */
    static final int MOST = 30;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final SealedText ADDRESS = new SealedText("mail_address", "by_organisation");

    /** Somebody asks to be told there: it waits for its code. */
    static MailAddress ask(UserId owner, String typed, String code, Instant now, OrganisationKey key, Macs macs) {
        UUID id = UUID.randomUUID();
        Sealed sealed = ADDRESS.seal(typed, id, key);
        Sealed hidden = new Sealed(macs.of(MacUse.MAIL_CODE, id, code));
        return new MailAddress(
                        id,
                        owner,
                        sealed,
                        MailRhythm.AT_ONCE,
                        now,
                        hidden,
                        Optional.empty(),
                        new byte[0],
                        Optional.empty(),
                        0)
                .signed(macs);
    }

    /** The same, confirmed: from now on they are told there. */
    MailAddress confirm(Instant now, MailRhythm chosen, Macs macs) {
        return new MailAddress(
                        id, owner, sealed, chosen, asked, Sealed.nothing(), Optional.of(now), mac, countedSince, sent)
                .signed(macs);
    }

    MailAddress choose(MailRhythm chosen, Macs macs) {
        return new MailAddress(id, owner, sealed, chosen, asked, code, confirmed, mac, countedSince, sent).signed(macs);
    }

    private MailAddress signed(Macs macs) {
        byte[] fresh = macs.of(MacUse.MAIL_ADDRESS, values());
        return new MailAddress(id, owner, sealed, rhythm, asked, code, confirmed, fresh, countedSince, sent);
    }

    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.MAIL_ADDRESS, values());
    }

    private Object[] values() {
        return new Object[] {id, owner, sealed.bytes(), rhythm, asked, code.bytes(), confirmed};
    }

    /** Whether this is the code that was mailed. */
    boolean isCode(String typed, Macs macs) {
        return !code.isNothing() && macs.fits(code.bytes(), MacUse.MAIL_CODE, id, typed);
    }

    boolean isOpenFor(Instant now) {
        return now.isBefore(asked.plus(CODE_HOLDS));
    }

    /** When they may be told of something that is due: later, and of more at once, if they were told too often in this hour. */
    Instant unlessTooOften(Instant due, boolean urgent, Instant now) {
        return urgent || sent < MOST || !counts(now)
                ? due
                : countedSince.orElseThrow().plus(HOUR);
    }

    boolean counts(Instant now) {
        return countedSince.filter(since -> now.isBefore(since.plus(HOUR))).isPresent();
    }

    String open(OrganisationKey key) {
        return ADDRESS.read(ADDRESS.open(sealed, id, key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAddress address && id.equals(address.id) && Arrays.equals(mac, address.mac);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Nobody reads an address in a log. */
    @Override
    public String toString() {
        return "mail address " + id;
    }
}
