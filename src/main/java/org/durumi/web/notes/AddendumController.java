package org.durumi.web.notes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;
import org.durumi.work.NewAddendum;
import org.durumi.work.Note;
import org.durumi.work.NoteService;
import org.durumi.work.Notes;

/** Adds something to a note or a contact, whoever wrote it. */
@Path("/cases/{number}/notes/{id}/addendum")
@RequestScoped
public class AddendumController {
    static final RecordForm<NewAddendum> FORM = RecordForm.of("addendum.form", NewAddendum.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    NoteService notes;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @GET
    public Response blank(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> WritingController.list(number) + "#entry-" + notes.add(number, new EntryId(id), told),
                "notice.addendum.recorded",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.NOTE);
        Notes all = notes.of(view.file());
        Note note = all.inPlaceOf(new EntryId(id)).orElseThrow(NotFound::new);
        return pages.form(
                input,
                page -> pages.templates()
                        .notesAddendum(page, view, note, all.addenda(note), staff.handles(all.people()), FORM, input));
    }
}
