package org.durumi.web.support;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.durumi.kernel.Texts;

/** The languages that a visitor may choose. */
public final class Languages {
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
}
