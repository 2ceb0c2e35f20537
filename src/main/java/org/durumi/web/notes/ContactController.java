package org.durumi.web.notes;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;
import org.durumi.work.NewContact;
import org.durumi.work.NoteWords;

/** Writes down that somebody was in touch, or tried to be, or changes it. */
@Path("/cases/{number}/contacts")
@RequestScoped
public class ContactController extends WritingController<NewContact> {
    static final RecordForm<NewContact> FORM =
            RecordForm.of("contact.form", NewContact.class, Map.of("about", Field.whomIfAny()));

    @Inject
    Clock clock;

    public ContactController() {
        super("contact", true, FORM);
    }

    @Override
    EntryId record(CaseNumber number, NewContact told) {
        return notes.record(number, told);
    }

    @Override
    void change(CaseNumber number, EntryId id, NewContact told, String why, int seen) {
        notes.change(number, id, told, why, seen);
    }

    @Override
    NewContact told(NoteWords words) {
        return new NewContact(
                words.kind(),
                words.by().orElseThrow(),
                words.with(),
                words.other(),
                words.outcome().orElseThrow(),
                words.happened(),
                words.text(),
                words.about());
    }

    @Override
    RecordForm<NewContact> saying(RecordForm<NewContact> form, CaseView view) {
        return form.<Set<ParticipantId>>saying("with", view::labels).<Set<ParticipantId>>saying("about", view::labels);
    }

    /** Most contacts are written down on their day. */
    @Override
    FormInput blank() {
        return FormInput.blank()
                .with(
                        "happened",
                        Field.date(),
                        PartialDate.on(pages.page().texts().dayOf(clock.instant())));
    }

    @Override
    void choose(FormInput input, Set<ParticipantId> whom) {
        input.with("with[]", whom.stream().map(ParticipantId::toString).sorted().toList());
    }

    @Override
    JteModel draw(Page page, FormInput input, NoteForm about) {
        return pages.templates().notesContact(page, input, about);
    }
}
