package org.durumi.web.evidence;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.evidence.Source;
import org.durumi.web.support.Page;

/** What a source is called where it stands among others: «S-3 · media · a daily · Two top officials flee». */
public final class SourceTitle {
    private SourceTitle() {}

    public static String of(Source source, Page page) {
        return Stream.of(
                        source.codeName(),
                        page.text(source.kind()),
                        source.known().publisher(),
                        source.known().headline())
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
