package org.durumi.web.notes;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;
import org.durumi.work.Note;

/**
 * When somebody was last in touch, in one line of the overview: the contact that happened last, and if nobody was reached by it,
 * the last by which somebody was.
 */
@ApplicationScoped
class LastContact implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownNotes notes;

    @Inject
    Clock clock;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 12, KnownNotes.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        Texts texts = open.texts();
        List<Note> contacts = notes.of(open).standing().stream()
                .filter(each -> each.isContact() && open.view().concerns(each.whom()))
                .sorted(Comparator.comparing((Note each) -> day(each, texts))
                        .thenComparing(each -> each.recorded().at())
                        .reversed())
                .toList();
        Optional<Note> last = contacts.stream().findFirst();
        Optional<Note> reached = contacts.stream().filter(Note::isReached).findFirst();
        LocalDate today = texts.dayOf(clock.instant());
        return Optional.of(pages.templates()
                .notesLast(
                        open,
                        last,
                        last.map(each -> when(each, today, texts)).orElse(""),
                        reached.filter(each -> !last.equals(reached))
                                .map(each -> when(each, today, texts))
                                .orElse("")));
    }

    /** The last day on which it can have happened; if nobody knows, the day on which it was recorded. */
    private static LocalDate day(Note contact, Texts texts) {
        return contact.happened().isKnown()
                ? contact.happened().latest()
                : texts.dayOf(contact.recorded().at());
    }

    /** «3 days ago», where the day is known; else what is known of it. */
    static String when(Note contact, LocalDate today, Texts texts) {
        PartialDate happened = contact.happened();
        if (!happened.isKnown()) {
            return texts.text("note.last.recorded", ago(day(contact, texts), today, texts));
        }
        return happened.earliest().equals(happened.latest())
                ? ago(happened.latest(), today, texts)
                : texts.date(happened);
    }

    private static String ago(LocalDate day, LocalDate today, Texts texts) {
        return texts.text("note.last.ago", ChronoUnit.DAYS.between(day, today));
    }
}
