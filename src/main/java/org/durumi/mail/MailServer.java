package org.durumi.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The organisation's mail server, to which mails are handed over; there is none unless one is set. */
@ApplicationScoped
class MailServer {
    /** How long a step of it may take: somebody waits, and a node that hangs tells nobody. */
    private static final String PATIENCE = "10000";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    @Inject
    @ConfigProperty(name = "durumi.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "durumi.mail.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "durumi.mail.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "durumi.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "durumi.mail.password.file")
    Optional<String> passwordFile;

    @Inject
    Clock clock;

    boolean isThere() {
        return host.isPresent() && from.isPresent();
    }

    /**
     * Hands a mail over.
     *
     * @throws MailFailed if the server is away or does not take it, or nothing is set
     */
    void send(String to, MailText text, Locale language) {
        try {
            hand(to, text, language);
        } catch (MessagingException | IOException failed) {
            throw new MailFailed(failed);
        }
    }

    private void hand(String to, MailText text, Locale language) throws MessagingException, IOException {
        String server = host.orElseThrow(() -> new MessagingException("none is set"));
        String sender = from.orElseThrow(() -> new MessagingException("nobody sends"));
        String domain = sender.substring(sender.indexOf('@') + 1);
        Session session = Session.getInstance(settings(server, domain));
        MimeMessage message = new MimeMessage(session) {
            // Else it would name this machine.
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + text.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(sender));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", language.getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(server, port, user.orElse(null), password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties settings(String server, String domain) {
        String beyond = Boolean.toString(!THIS_MACHINE.contains(server));
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.starttls.enable", beyond);
        settings.setProperty("mail.smtp.starttls.required", beyond);
        settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        // What the server is told as our name.
        settings.setProperty("mail.smtp.localhost", domain);
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        settings.setProperty("mail.smtp.timeout", PATIENCE);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE);
        return settings;
    }

    private @Nullable String password() throws IOException {
        return passwordFile.isPresent()
                ? Files.readString(Path.of(passwordFile.get())).strip()
                : null;
    }
}
