package org.durumi.web.notes;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;
import org.durumi.work.Note;
import org.durumi.work.NoteService;
import org.durumi.work.Notes;

/** Notes and contacts as events, for the timeline and for their own page; what was added to one stands with it. */
@ApplicationScoped
class NoteEvents implements CaseEvents {
    static final String NOTE = "note";
    static final String CONTACT = "contact";

    @Inject
    Pages pages;

    @Inject
    KnownNotes notes;

    @Inject
    NoteService service;

    @Override
    public List<String> kinds() {
        return List.of(NOTE, CONTACT);
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownNotes.SHOWS;
    }

    /** Those that were recorded last first. */
    @Override
    public List<CaseEvent> of(OpenCase open) {
        Notes all = notes.of(open);
        Map<EntryId, List<Note>> added = all.added();
        Map<UserId, String> people = notes.people(open);
        return all.newestFirst().stream()
                .map(each -> event(
                        open,
                        all,
                        each.stands() ? added.getOrDefault(each.original(), List.of()) : List.of(),
                        people,
                        each))
                .toList();
    }

    private CaseEvent event(OpenCase open, Notes all, List<Note> addenda, Map<UserId, String> people, Note note) {
        String title = NoteTitle.of(note, open.texts());
        boolean changes = service.mayChange(open.view().file(), all, note);
        return new CaseEvent(
                note.id(),
                note.isContact() ? CONTACT : NOTE,
                note.happened(),
                note.recorded().at(),
                note.whom(),
                title,
                note.stands() ? "" : "struck",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        people.get(note.recorded().by())),
                                note.recorded().at()),
                note.stands()
                        ? Optional.empty()
                        : Optional.<Content>of(pages.templates().partsMarks(open.page(), note)),
                Optional.<Content>of(pages.templates().notesSaid(open, note, addenda, people)),
                open.actions().records() && note.stands()
                        ? Optional.<Content>of(pages.templates().notesTail(open, note, title, changes))
                        : Optional.empty());
    }
}
