package org.durumi.web.notes;

import gg.jte.models.runtime.JteModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;
import org.durumi.work.Note;
import org.durumi.work.NoteService;
import org.durumi.work.NoteWords;
import org.durumi.work.Notes;

/**
 * Writes a note or a contact down, or changes it while it is fresh, in the same way for both.
 *
 * @param <N> what the form asks for
 */
public abstract class WritingController<N extends Record> {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    NoteService notes;

    @Inject
    CaseReader reader;

    private final String name;
    private final boolean contacts;
    private final RecordForm<N> form;

    /**
     * @param name the word in its addresses and notices, such as «note»
     * @param contacts whether contacts are written down, or words
     */
    WritingController(String name, boolean contacts, RecordForm<N> form) {
        this.name = name;
        this.contacts = contacts;
        this.form = form;
    }

    abstract EntryId record(CaseNumber number, N told);

    /** Stores a change, unless {@code seen} is no longer the version that stands. */
    abstract void change(CaseNumber number, EntryId id, N told, String why, int seen);

    /** What a stored one says, as the form asks for it. */
    abstract N told(NoteWords words);

    /** The form, which calls people by their letters. */
    abstract RecordForm<N> saying(RecordForm<N> form, CaseView view);

    /** Chooses people in advance. */
    abstract void choose(FormInput input, Set<ParticipantId> whom);

    /** A new form, with what is chosen in advance. */
    FormInput blank() {
        return FormInput.blank();
    }

    abstract JteModel draw(Page page, FormInput input, NoteForm about);

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @QueryParam(FormInput.WHOM) List<String> who) {
        CaseView view = toRecord(number);
        FormInput input = blank();
        FormInput.whom(who)
                .or(() -> Optional.of(view.everybody()).filter(all -> all.size() == 1))
                .ifPresent(whom -> choose(input, whom));
        return fresh(view, input).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                form,
                told -> list(number) + "#entry-" + record(number, told),
                "notice." + name + ".recorded",
                () -> fresh(toRecord(number), input));
    }

    @GET
    @Path("{id}")
    public Response stored(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return standing(number, id).view().answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return forms.correct(
                FormInput.of(fields),
                form,
                (told, why, seen) -> change(number, new EntryId(id), told, why, seen),
                () -> standing(number, id),
                list(number),
                "notice." + name + ".changed");
    }

    /** What stands in the place of a row, as long as the reader may change it. */
    private Standing<N> standing(CaseNumber number, UUID id) {
        CaseView view = toRecord(number);
        Notes all = notes.of(view.file());
        Note note = all.inPlaceOf(new EntryId(id))
                .filter(each -> each.isContact() == contacts)
                .orElseThrow(NotFound::new);
        notes.whyFixed(view.file(), all, note).ifPresent(why -> {
            throw new RuleViolation(why);
        });
        return new Standing<>(
                saying(form, view),
                told(note.known()),
                note.version(),
                (input, differences) -> form(view, input, "/" + note.id(), differences));
    }

    private View fresh(CaseView view, FormInput input) {
        return form(view, input, "/new", List.of());
    }

    private View form(CaseView view, FormInput input, String last, List<Difference> differences) {
        CaseNumber number = view.file().number();
        NoteForm about = new NoteForm(
                form,
                number,
                "/cases/" + number + "/" + name + "s" + last,
                Everybody.in(view, pages.page().texts()),
                differences);
        return pages.form(input, page -> draw(page, input, about));
    }

    private CaseView toRecord(CaseNumber number) {
        return reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.NOTE);
    }

    static String list(CaseNumber number) {
        return "/cases/" + number + "/notes";
    }
}
