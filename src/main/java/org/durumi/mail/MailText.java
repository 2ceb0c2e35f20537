package org.durumi.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;

/**
 * What a mail says: how many notices, and of each its kind, the number of the case and the way there. It is read on screens that others
 * see, and lies with whoever carries it, so it says nothing else.
 */
record MailText(String id, String subject, String body) {
    /** So many are named; of more it says how many. */
    static final int NAMED = 50;

    /** @param base the address of the application */
    static MailText of(List<WaitingMail> told, Texts texts, String base) {
        String lines = told.stream()
                .limit(NAMED)
                .map(each -> line(each, texts) + "\n" + base + "/cases/" + each.number())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        String more = told.size() > NAMED ? "\n\n" + texts.text("mail.more", told.size() - NAMED) : "";
        return new MailText(
                id(told),
                texts.text("mail.subject", told.size()),
                lines + more + "\n\n" + texts.text("mail.foot") + "\n");
    }

    private static String line(WaitingMail told, Texts texts) {
        String kind = told.level()
                .map((Level level) -> texts.text("mail.alert", level))
                .orElseGet(() -> texts.text(told.cause()));
        return kind + ": " + told.number();
    }

    /** The same notices have the same one: who gets them twice sees it. */
    private static String id(List<WaitingMail> told) {
        String all = told.stream().map(each -> each.id().toString()).sorted().collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    /** The code that confirms an address. */
    static MailText code(UUID address, String code, Texts texts) {
        return new MailText(
                address.toString(), texts.text("mail.code.subject"), texts.text("mail.code.body", code) + "\n");
    }

    /** That so many check-ins are overdue and nobody can see it, for an address that nobody's language is known of. */
    static MailText locked(int overdue, Instant until, Texts korean, Texts english) {
        return new MailText(
                UUID.nameUUIDFromBytes(until.toString().getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                korean.text("mail.locked.subject") + " / " + english.text("mail.locked.subject"),
                korean.text("mail.locked", overdue) + "\n\n" + english.text("mail.locked", overdue) + "\n");
    }
}
