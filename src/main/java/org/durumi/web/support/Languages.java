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
    private static final int LONGEST_ADDRESS = 1000;
    private static final Map<Locale, Texts> TEXTS = new ConcurrentHashMap<>();

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).orElse(Texts.LANGUAGES.get(0));
    }

    static Texts texts(Locale language, ZoneId zone) {
        return TEXTS.computeIfAbsent(language, each -> new Texts(each, zone));
    }

    /** A language that Durumi speaks, by its code; empty for any other text. */
    public static Optional<Locale> read(String code) {
        return Texts.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(code))
                .findFirst();
    }

    /** The header that remembers the choice for a year. */
    public static String cookie(Locale language) {
        return COOKIE + "=" + language.getLanguage() + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000";
    }

    /** Whether an address leads to a page of ours: a path with its query, never another site. */
    public static boolean isOurs(String address) {
        return address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.length() <= LONGEST_ADDRESS
                && address.chars().allMatch(each -> each > ' ' && each < 0x7F && each != '\\');
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
