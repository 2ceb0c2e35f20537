package org.durumi.web.support;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.durumi.kernel.Texts;

/** The languages that a visitor may choose, and where the choice leads back to. */
public final class Languages {
    private static final int LONGEST_ADDRESS = 1000;
    private static final Map<Locale, Texts> TEXTS = new ConcurrentHashMap<>();

    private Languages() {}

    static Texts texts(Locale language, ZoneId zone) {
        return TEXTS.computeIfAbsent(language, each -> new Texts(each, zone));
    }

    /** A language that Durumi speaks, by its code; empty for any other text. */
    public static Optional<Locale> read(String code) {
        return Texts.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(code))
                .findFirst();
    }

    /** Whether an address leads to a page of ours: a path with its query, never another site. */
    public static boolean isOurs(String address) {
        return address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.length() <= LONGEST_ADDRESS
                && address.chars().allMatch(each -> each > ' ' && each < 0x7F && each != '\\')
                && isAddress(address);
    }

    private static boolean isAddress(String address) {
        try {
            return new URI(address).getRawAuthority() == null;
        } catch (URISyntaxException cannotBeFollowed) {
            return false;
        }
    }
}
