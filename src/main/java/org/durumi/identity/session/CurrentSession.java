package org.durumi.identity.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.durumi.identity.Preferences;
import org.durumi.identity.StaffDirectory;
import org.jspecify.annotations.Nullable;

/** What the pages need of the session: the token of the forms, one message across a redirect, the language, the end. */
@RequestScoped
public class CurrentSession {
    /** The name of the form field that carries {@link #csrfToken()}. */
    public static final String TOKEN_FIELD = "token";

    @Inject
    Sessions sessions;

    @Inject
    StaffDirectory staff;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    private @Nullable Session session;
    private Locale guestLanguage = Locale.KOREAN;

    /** Whether somebody is signed in. */
    public boolean isOpen() {
        return session != null;
    }

    /**
     * The name by which colleagues know who is signed in.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public String handle() {
        return open().handle();
    }

    /**
     * The token that every form of this session carries.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public String csrfToken() {
        return open().csrfToken();
    }

    /** Keeps the key of a message for the next page of this session, which shows it once. */
    public void putMessage(String key) {
        sessions.putMessage(open(), key);
    }

    /** The key of the message that the page before left, once. Empty without a session. */
    public Optional<String> takeMessage() {
        return Optional.ofNullable(session).flatMap(sessions::takeMessage);
    }

    /** The reader's language: of the session, else of the cookie, else of the browser. */
    public Locale language() {
        return session == null ? guestLanguage : session.language();
    }

    /** Changes the language of this session and of the person's next one. Without a session, see {@link GuestLanguage}. */
    public void changeLanguage(Locale language) {
        guestLanguage = language;
        if (session != null) {
            session = sessions.speak(session, language);
            staff.speak(session.user(), language);
        }
    }

    /** What who is signed in has chosen for themselves. */
    public Preferences preferences() {
        return open().preferences();
    }

    /** Changes it, for this session and the next ones. */
    public void prefer(Preferences chosen) {
        session = open().preferring(chosen);
        staff.prefer(session.user(), chosen);
    }

    /** How long this session lasts if nothing is done. */
    public Duration left() {
        Instant end = open().idleUntil().isBefore(open().ends()) ? open().idleUntil() : open().ends();
        return Duration.between(clock.instant(), end);
    }

    /**
     * Whether the person has proved within the last five minutes, and strongly enough, who they are: what approvals and
     * exports ask for.
     */
    public boolean isConfirmed() {
        return Lifetimes.isConfirmed(open(), clock.instant())
                && settings.demandedStrength(open().actor().roles()).isReachedBy(open().acr());
    }

    /** From now on in this request, this session is the one. */
    public void hold(Session held) {
        session = held;
    }

    /** The language until a session says another. */
    public void speakToGuest(Locale language) {
        guestLanguage = language;
    }

    private Session open() {
        if (session == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return session;
    }
}
