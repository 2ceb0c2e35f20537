package org.durumi.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed over to a mail server, byte for byte, and what is not. */
class MailServerTest {
    private static final MailText TEXT = new MailText("6f1c2d5e", "두루미: 알림 1건", "긴급 열람이 있었습니다: C-2026-7F3KQM\n");

    @TempDir
    Path directory;

    private final GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final MailServer server = new MailServer();

    @BeforeEach
    void a_server_on_this_machine() {
        greenMail.start();
        server.host = Optional.of("127.0.0.1");
        server.port = greenMail.getSmtp().getPort();
        server.from = Optional.of("durumi@durumi.example.org");
        server.user = Optional.empty();
        server.passwordFile = Optional.empty();
        server.clock = Clock.fixed(Instant.parse("2026-11-29T07:00:00Z"), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void a_mail_says_what_it_says_and_names_no_machine() throws Exception {
        server.send("haneul@example.org", TEXT, Locale.KOREAN);

        MimeMessage mail = greenMail.getReceivedMessages()[0];
        assertEquals("두루미: 알림 1건", mail.getSubject());
        assertEquals(TEXT.body(), mail.getContent().toString().replace("\r\n", "\n"));
        assertEquals("<6f1c2d5e@durumi.example.org>", mail.getMessageID());
        assertEquals(
                "[Auto-Submitted, Content-Language, Content-Transfer-Encoding, Content-Type, Date, From, MIME-Version,"
                        // The second and third of those that GreenMail adds.
                        + " Message-ID, Received, Return-Path, Subject, To]",
                new TreeSet<>(Collections.list(mail.getAllHeaders()).stream()
                                .map(Header::getName)
                                .toList())
                        .toString());
        assertTrue(mail.getHeader("Received")[0].contains("durumi.example.org"), "how it greets");
        String all = String.join("\n", Collections.list(mail.getAllHeaderLines()));
        assertFalse(all.contains(InetAddress.getLocalHost().getHostName() + "."), all);
        assertFalse(all.contains(System.getProperty("user.name") + "@"), all);
    }

    @Test
    void who_has_an_account_signs_in_with_what_the_file_holds() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "barley lantern\n");
        greenMail.setUser("durumi", "barley lantern");
        server.user = Optional.of("durumi");
        server.passwordFile = Optional.of(file.toString());
        server.send("haneul@example.org", TEXT, Locale.KOREAN);
        assertEquals(1, greenMail.getReceivedMessages().length);

        Files.writeString(file, "another");
        greenMail.getUserManager().setAuthRequired(true);
        MailFailed refused =
                assertThrows(MailFailed.class, () -> server.send("haneul@example.org", TEXT, Locale.KOREAN));
        assertEquals("AuthenticationFailedException", refused.kind());
    }

    @Test
    void beyond_this_machine_nothing_goes_without_encryption() {
        // Another name of this machine, which counts as one of another: GreenMail offers no STARTTLS.
        server.host = Optional.of("127.0.0.2");
        assertThrows(MailFailed.class, () -> server.send("haneul@example.org", TEXT, Locale.KOREAN));
        assertEquals(0, greenMail.getReceivedMessages().length);
    }

    @Test
    void what_fails_says_the_class_of_the_error_alone() {
        greenMail.stop();
        MailFailed away = assertThrows(MailFailed.class, () -> server.send("haneul@example.org", TEXT, Locale.KOREAN));
        assertEquals("MailConnectException", away.getMessage());
        assertEquals(null, away.getCause());
    }

    @Test
    void there_is_none_unless_server_and_sender_are_set() {
        assertTrue(server.isThere());
        server.from = Optional.empty();
        assertFalse(server.isThere());
        server.from = Optional.of("durumi@durumi.example.org");
        server.host = Optional.empty();
        assertFalse(server.isThere());
    }
}
