package org.durumi.web.files;

import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.files.Attachment;
import org.durumi.kernel.Texts;

/** What a file is, in the reader's words. */
public final class FileWords {
    private static final int KB = 1024;

    private FileWords() {}

    /** «Photo (JPEG), 2 MB», and how many pages a PDF has. */
    public static String kind(Attachment file, Texts texts) {
        String kind = texts.text("file.words", texts.text(file.kind()), size(file.size(), texts));
        return file.width() == 0 && file.pages() > 0 ? texts.text("file.words.pages", kind, file.pages()) : kind;
    }

    /** Rounded up: no file is of no size. */
    static String size(int bytes, Texts texts) {
        int kb = Math.max(1, (bytes + KB - 1) / KB);
        return kb < KB ? texts.text("file.size.kb", kb) : texts.text("file.size.mb", (kb + KB - 1) / KB);
    }

    /** Whether anything is said of its day, be it in words only. */
    public static boolean isDated(Attachment file) {
        return file.dated().isKnown() || !file.dated().words().isEmpty();
    }

    /** The letters of those whom it is about. */
    public static String about(Attachment file, CaseView view, Texts texts) {
        return file.whom().isEmpty()
                ? texts.text("file.about.case")
                : view.everyone().stream()
                        .filter(each -> file.whom().contains(each.id()))
                        .map(each -> each.label())
                        .collect(Collectors.joining(", "));
    }
}
