package org.durumi.web.notes;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseView;
import org.durumi.kernel.Texts;
import org.durumi.work.ContactOutcome;
import org.durumi.work.Note;

/** What a note is called where it stands among others: «Note», «Call · reached». */
public final class NoteTitle {
    private static final int SHORT = 160;

    private NoteTitle() {}

    public static String of(Note note, Texts texts) {
        Optional<ContactOutcome> outcome = note.known().outcome();
        return outcome.isEmpty() ? texts.text(note.kind()) : texts.text("note.title", note.kind(), outcome.get());
    }

    /** With whom somebody was in touch, and by what: «A, the field contact · phone»; empty if it is no contact. */
    public static String with(Note note, CaseView view, Texts texts) {
        String whom = Stream.of(view.labels(note.known().with()), note.known().other())
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(", "));
        return note.known().by().map(by -> texts.text("note.with", whom, by)).orElse("");
    }

    /** The beginning of its text. */
    public static String begin(Note note) {
        String line = note.text().strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)).strip() + "…";
    }
}
