package org.durumi.web.notes;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;
import org.durumi.work.NewNote;
import org.durumi.work.NoteWords;

/** The notes and contacts of a case; writes a note down, or changes it. */
@Path("/cases/{number}/notes")
@RequestScoped
public class NoteController extends WritingController<NewNote> {
    static final CaseTab TAB = new CaseTab("notes", "case.tab.notes", 25);

    static final RecordForm<NewNote> FORM =
            RecordForm.of("note.form", NewNote.class, Map.of("about", Field.whomIfAny()));

    @Inject
    CaseFrame frame;

    @Inject
    NoteEvents events;

    public NoteController() {
        super("note", false, FORM);
    }

    @GET
    public Response show(@PathParam("number") CaseNumber number, @Context UriInfo address) {
        NoteQuery query = new NoteQuery(FormInput.of(address.getQueryParameters()));
        return frame.show(number, TAB, KnownNotes.SHOWS, open -> {
            List<CaseEvent> asked = query.select(events.of(open), open);
            return pages.templates().notesList(open, query, query.page(asked), query.hasMore(asked));
        });
    }

    @Override
    EntryId record(CaseNumber number, NewNote told) {
        return notes.record(number, told);
    }

    @Override
    void change(CaseNumber number, EntryId id, NewNote told, String why, int seen) {
        notes.change(number, id, told, why, seen);
    }

    @Override
    NewNote told(NoteWords words) {
        return new NewNote(words.about(), words.text());
    }

    @Override
    RecordForm<NewNote> saying(RecordForm<NewNote> form, CaseView view) {
        return form.<Set<ParticipantId>>saying("about", view::labels);
    }

    @Override
    void choose(FormInput input, Set<ParticipantId> whom) {
        input.with(FormInput.WHOM, Field.whom(), whom);
    }

    @Override
    JteModel draw(Page page, FormInput input, NoteForm about) {
        return pages.templates().notesNote(page, input, about);
    }
}
