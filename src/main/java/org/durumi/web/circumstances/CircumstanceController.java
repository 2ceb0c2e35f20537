package org.durumi.web.circumstances;

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
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.CorrectionService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;

/**
 * Shows, records and corrects one kind of circumstance, in the same way for every kind.
 *
 * @param <C> the circumstance as it is stored
 * @param <N> what is known of it, as the form asks for it
 */
public abstract class CircumstanceController<C extends Circumstance<N, ?, ?>, N extends Record> {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    CaseReader reader;

    private final String name;
    private final String path;
    private final AccessGroup group;
    private final RecordForm<N> form;
    final Function<Circumstances, List<C>> ofThisKind;

    /**
     * @param name the word in its notices, such as «attempt»
     * @param path the word in its addresses, such as «attempts»
     * @param group what a reader of its form gets to see
     */
    CircumstanceController(
            String name,
            String path,
            AccessGroup group,
            RecordForm<N> form,
            Function<Circumstances, List<C>> ofThisKind) {
        this.name = name;
        this.path = path;
        this.group = group;
        this.form = form;
        this.ofThisKind = ofThisKind;
    }

    /** Records a new one about each of some people; the first of those that were recorded. */
    abstract EntryId record(CaseNumber number, Set<ParticipantId> whom, N known);

    /** Stores a correction, unless {@code seen} is no longer the version that stands. */
    abstract void correct(CaseNumber number, EntryId id, N known, String why, int seen);

    /** The letter of whom it is about; empty if the form itself asks for people. */
    abstract String ofWhom(C stored, CaseView view);

    /** What is chosen in advance in a new form. */
    FormInput blank() {
        return FormInput.blank();
    }

    /** The form, as it speaks to a reader of this case. */
    RecordForm<N> form(CaseView view) {
        return form;
    }

    /** Whom a form is about that asks for them beside what its record says. */
    Optional<Set<ParticipantId>> whom(FormInput input) {
        return input.read(FormInput.WHOM, Field.whom());
    }

    /** What a reader of the form gets to see. */
    AccessGroup[] shown(AccessGroup ofThisKind) {
        return new AccessGroup[] {AccessGroup.PARTICIPANT, ofThisKind};
    }

    /** What one of this kind can be linked to, but itself. */
    List<Choice> linked(CaseView view, Optional<C> but) {
        return List.of();
    }

    /** Draws the form of a new one. */
    abstract JteModel draw(Page page, FormInput input, CircumstanceForm about);

    /** Draws the form of a stored one. */
    JteModel draw(Page page, FormInput input, CircumstanceForm about, C stored) {
        return draw(page, input, about);
    }

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @QueryParam(FormInput.WHOM) List<String> who) {
        return view(number, about(who)).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<Set<ParticipantId>> whom = whom(input);
        return forms.create(
                input,
                form,
                known -> "/cases/" + number + "#entry-" + record(number, whom.orElseThrow(), known),
                "notice." + name + ".recorded",
                () -> view(number, input));
    }

    @GET
    @Path("{id}")
    public Response stored(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return standing(number, id).view().answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.correct(
                input,
                form,
                (known, why, seen) -> correct(number, new EntryId(id), known, why, seen),
                () -> standing(number, id),
                "/cases/" + number,
                "notice." + name + ".corrected");
    }

    /** A new form, about somebody if the link said so; a damaged link says nothing. */
    FormInput about(List<String> who) {
        return FormInput.whom(who)
                .map(each -> blank().with(FormInput.WHOM, Field.whom(), each))
                .orElseGet(this::blank);
    }

    /** What stands in the place of a row, which may have been corrected since. */
    private Standing<N> standing(CaseNumber number, UUID id) {
        CaseView view = view(number);
        List<C> all = ofThisKind.apply(circumstances.history(view.file(), group));
        EntryId original = all.stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new)
                .original();
        C stored = all.stream()
                .filter(each -> each.stands() && each.original().equals(original))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Standing<>(
                form(view),
                stored.known(),
                stored.version(),
                (input, differences) -> view(view, stored, input, differences));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseView view = view(number);
        List<Choice> people = people(view);
        if (people.size() == 1 && !input.has(FormInput.WHOM)) {
            input.with(FormInput.WHOM, List.of(people.get(0).value()));
        }
        CircumstanceForm about = new CircumstanceForm(
                form, view, "", address(number, "new"), people, linked(view, Optional.empty()), List.of());
        return pages.form(input, page -> draw(page, input, about));
    }

    private View view(CaseView view, C stored, FormInput input, List<Difference> differences) {
        CaseNumber number = view.file().number();
        String action = address(number, stored.id().toString());
        CircumstanceForm about = new CircumstanceForm(
                form, view, ofWhom(stored, view), action, people(view), linked(view, Optional.of(stored)), differences);
        return pages.form(input, page -> draw(page, input, about, stored));
    }

    private List<Choice> people(CaseView view) {
        return Everybody.in(view, pages.page().texts());
    }

    private CaseView view(CaseNumber number) {
        return reader.toRecord(number, shown(group));
    }

    private String address(CaseNumber number, String last) {
        return "/cases/" + number + "/" + path + "/" + last;
    }
}
