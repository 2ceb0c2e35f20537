package org.durumi.web.links;

import org.durumi.kernel.Texts;
import org.durumi.links.LinkKind;
import org.durumi.links.LinkLine;

/** What a link is called, from the side of a reader. */
public final class LinkWords {
    private LinkWords() {}

    /** Such as «same broker»; what comes before another case comes after it, seen from there. */
    public static String kind(LinkLine line, Texts texts) {
        return line.link().kind() == LinkKind.PRECEDES && !line.here()
                ? texts.text("link.follows")
                : texts.text(line.link().kind());
    }

    /** The other case: its number, for who may read it. */
    public static String other(LinkLine line, Texts texts) {
        return line.number().map(each -> each.value()).orElse(texts.text("link.elsewhere"));
    }
}
