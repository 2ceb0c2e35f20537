package org.durumi.web.support;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.durumi.kernel.Texts;

/** Which language a visitor reads: the chosen one, else the one that the browser asks for, else Korean. */
public final class Languages {
    static final String COOKIE = "__Host-durumi-language";
    private static final Map<Locale, Texts> TEXTS = new ConcurrentHashMap<>();

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).orElse(Texts.LANGUAGES.get(0));
    }

    static Texts texts(Locale language, ZoneId zone) {
        return TEXTS.computeIfAbsent(language, each -> new Texts(each, zone));
    }

    /** A language that Durumi speaks, by its code; empty for any other text. */
    static Optional<Locale> read(String code) {
        return Texts.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(code))
                .findFirst();
    }

    static String cookie(Locale language) {
        return COOKIE + "=" + language.getLanguage() + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000";
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(each -> each.getName().equals(COOKIE))
                        .flatMap(each -> read(each.getValue()).stream())
                        .findFirst();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(each -> read(each.getLanguage()).stream())
                        .findFirst();
    }
}
