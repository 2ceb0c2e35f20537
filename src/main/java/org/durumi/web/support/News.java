package org.durumi.web.support;

import java.util.List;
import java.util.Locale;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Prose.Chapter;

/** What is new, a chapter for each release, the newest first. None is ever taken out, so that their number says which somebody has seen. */
public final class News {
    private static final String FILE = "news/news";
    private static final int SHOWN = 5;

    private News() {}

    /** The number of the newest release; the first has 1. */
    public static int newest() {
        return Prose.of(FILE, Texts.LANGUAGES.get(0)).size();
    }

    /** The last releases, the newest first. */
    public static List<Chapter> last(Locale language) {
        return Prose.of(FILE, language).stream().limit(SHOWN).toList();
    }
}
