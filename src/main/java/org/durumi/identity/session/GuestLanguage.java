package org.durumi.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.Texts;

/** The language of somebody who is not signed in: a cookie of their choice, else what the browser asks for, else Korean. */
public final class GuestLanguage {
    private static final String COOKIE = "__Host-durumi-language";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private GuestLanguage() {}

    /**
     * What is known of a reader's language before they signed in.
     *
     * @param chosen what they chose in this browser
     * @param otherwise what holds if they never chose anything
     */
    public record Wish(Optional<Locale> chosen, Locale otherwise) {
        public static Wish of(HttpServletRequest request) {
            return new Wish(GuestLanguage.chosen(request), GuestLanguage.of(request));
        }

        /** The choice in this browser, else the one that this person made before, else the browser's. */
        Locale as(StaffMember member) {
            return chosen.or(member::language).orElse(otherwise);
        }
    }

    public static Locale of(HttpServletRequest request) {
        return chosen(request)
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                        .filter(Texts.LANGUAGES::contains)
                        .findFirst()
                        .orElse(Texts.LANGUAGES.get(0)));
    }

    /** The language that the cookie says; empty if nobody chose. */
    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Cookies.value(request, COOKIE).map(Locale::forLanguageTag).filter(Texts.LANGUAGES::contains);
    }

    /** Remembers the choice in a cookie that says nothing else. */
    public static void remember(HttpServletResponse response, Locale language) {
        response.addCookie(cookie(language));
    }

    private static Cookie cookie(Locale language) {
        Cookie cookie = Cookies.secure(COOKIE, language.getLanguage(), Cookies.LAX);
        cookie.setMaxAge(YEAR);
        return cookie;
    }
}
