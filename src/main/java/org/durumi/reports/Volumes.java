package org.durumi.reports;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import org.durumi.kernel.Texts;

/**
 * Divides a summary that would have more than 200 pages into volumes, so that no printing takes more memory than one of
 * these. How many pages a piece takes is estimated from its text.
 */
public final class Volumes {
    static final int MOST_PAGES = 200;

    private static final int LINES_OF_A_PAGE = 46;
    /** Of Hangul in the column of a table that holds most of its text. */
    private static final int CHARACTERS_OF_A_LINE = 22;

    private static final int LINES_BETWEEN_ROWS = 2;
    private static final String ROW = "<tr";

    private Volumes() {}

    /** The volumes of a summary; the summary itself if one is enough. */
    public static List<CaseSummary> of(CaseSummary summary, Texts texts) {
        SummaryPage page = new SummaryPage(texts);
        List<List<Section>> volumes = new ArrayList<>();
        List<Section> current = new ArrayList<>();
        long lines = 0;
        for (Section section : summary.sections()) {
            for (Section piece : section.pieces()) {
                long more = lines(piece, page);
                if (!current.isEmpty() && lines + more > (long) MOST_PAGES * LINES_OF_A_PAGE) {
                    volumes.add(current);
                    current = new ArrayList<>();
                    lines = 0;
                }
                current.add(piece);
                lines += more;
            }
        }
        if (volumes.isEmpty()) {
            return List.of(summary);
        }
        volumes.add(current);
        List<CaseSummary> divided = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            divided.add(new CaseSummary(summary.head(), volumes.get(i), new CaseSummary.Volume(i + 1, volumes.size())));
        }
        return divided;
    }

    private static long lines(Section piece, SummaryPage page) {
        StringOutput drawn = new StringOutput();
        piece.content(page).writeTo(drawn);
        String html = drawn.toString();
        long rows = 1;
        for (int at = html.indexOf(ROW); at >= 0; at = html.indexOf(ROW, at + 1)) {
            rows++;
        }
        return rows * LINES_BETWEEN_ROWS + characters(html) / CHARACTERS_OF_A_LINE;
    }

    /** Outside of tags, and without the blanks with which a template is indented. */
    private static long characters(String html) {
        long count = 0;
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char each = html.charAt(i);
            if (each == '<') {
                inTag = true;
            } else if (each == '>') {
                inTag = false;
            } else if (!inTag && !(each <= ' ' && i > 0 && html.charAt(i - 1) <= ' ')) {
                count++;
            }
        }
        return count;
    }
}
