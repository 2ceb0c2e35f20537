package org.durumi.web.cases;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewCase;
import org.durumi.drafts.Draft;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Intake, one question after the other. What is answered is kept as a draft; however often it is sent, it opens one case. */
@Path(IntakeStepsController.HERE)
@RequestScoped
public class IntakeStepsController {
    static final String HERE = "/cases/intake";

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    DraftService drafts;

    @Inject
    CaseService service;

    @Inject
    IntakeNames names;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    static String address(DraftId draft, IntakeStep step) {
        return HERE + "/" + draft + "/" + step.word();
    }

    @GET
    public Response begin() {
        requireCaseworker();
        BegunIntake nothing = BegunIntake.nothing();
        return first(nothing.page(pages.page().today()), List.of()).answer();
    }

    /** The answer to the first question begins the draft. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> fields) {
        requireCaseworker();
        FormInput input = FormInput.of(fields);
        IntakeStep.NAME.read(input, names);
        List<CaseNumber> own = new ArrayList<>();
        return forms.create(
                input,
                () -> {
                    names.requireNew(input, IntakeForm.prefixes(input), own::add);
                    BegunIntake begun = BegunIntake.nothing()
                            .with(IntakeStep.NAME, input, List.copyOf(fields.keySet()))
                            .done(IntakeStep.NAME);
                    return address(
                            drafts.begin(begun.typed(), draft -> address(draft, IntakeStep.KIND)), IntakeStep.KIND);
                },
                "notice.draft.begun",
                () -> first(input, own));
    }

    /** The steps and what became of them. */
    @GET
    @Path("{draft}")
    public Response steps(@PathParam("draft") UUID id) {
        Draft draft = drafts.read(new DraftId(id));
        BegunIntake begun = new BegunIntake(draft.typed());
        return pages.show(page -> pages.templates()
                .intakeSteps(page, about(page, begun.form(), IntakeStep.CHECK, Optional.of(draft), begun, List.of())));
    }

    @GET
    @Path("{draft}/{step: name|kind|people|first|way|check}")
    public Response form(@PathParam("draft") UUID id, @PathParam("step") String word) {
        IntakeStep step = IntakeStep.of(word).orElseThrow(NotFound::new);
        Draft draft = drafts.read(new DraftId(id));
        BegunIntake begun = new BegunIntake(draft.typed());
        return view(step, draft, begun.page(pages.page().today()), begun, List.of())
                .answer();
    }

    @POST
    @Path("{draft}/{step: name|kind|people|first|way}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("draft") UUID id, @PathParam("step") String word, MultivaluedMap<String, String> fields) {
        IntakeStep step = IntakeStep.of(word).orElseThrow(NotFound::new);
        DraftId which = new DraftId(id);
        FormInput sent = FormInput.of(fields);
        List<String> names = List.copyOf(fields.keySet());
        if (step == IntakeStep.PEOPLE && IntakeForm.isAboutPeople(sent)) {
            drafts.keep(
                    which,
                    before -> new BegunIntake(before)
                            .with(step, sent, names)
                            .changed(sent)
                            .typed(),
                    address(which, step));
            return pages.redirect(address(which, step));
        }
        Draft draft = drafts.read(which);
        BegunIntake after = after(new BegunIntake(draft.typed()), step, sent, names);
        FormInput input = after.form();
        sentWith(sent, input);
        input.once();
        step.read(input, this.names);
        List<CaseNumber> own = new ArrayList<>();
        return pages.submit(
                input,
                () -> {
                    if (step.asks("answered")) {
                        this.names.requireNew(input, IntakeForm.prefixes(input), own::add);
                    }
                    IntakeStep next = after.done(step).next(step, this.names);
                    drafts.keep(
                            which,
                            before -> after(new BegunIntake(before), step, sent, names)
                                    .done(step)
                                    .typed(),
                            address(which, next));
                    return pages.redirect(address(which, next));
                },
                () -> view(step, draft, input, after, own));
    }

    /** Opens the case. */
    @POST
    @Path("{draft}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("draft") UUID id, MultivaluedMap<String, String> fields) {
        requireCaseworker();
        DraftId which = new DraftId(id);
        FormInput sent = FormInput.of(fields);
        List<CaseNumber> own = new ArrayList<>();
        return forms.create(sent, () -> open(which, sent, own), "notice.case.opened", () -> {
            Draft draft = drafts.read(which);
            return view(IntakeStep.CHECK, draft, sent, new BegunIntake(draft.typed()), own);
        });
    }

    private String open(DraftId which, FormInput sent, List<CaseNumber> own) {
        Draft draft = drafts.take(which);
        BegunIntake begun = new BegunIntake(draft.typed())
                .with(IntakeStep.CHECK, sent, sent.has("answered") ? List.of("answered") : List.of());
        List<IntakeStep> missing = begun.missing(names);
        if (!missing.isEmpty()) {
            throw new RuleViolation("intake.missing", words(missing));
        }
        FormInput input = begun.form();
        NewCase reported =
                IntakeForm.read(input).orElseThrow(() -> new RuleViolation("intake.missing", words(missing)));
        List<String> prefixes = IntakeForm.prefixes(input);
        try {
            names.requireNew(input, prefixes, own::add);
        } catch (RuleViolation maybeKnown) {
            sent.with("answered", input.typed("answered"));
            input.errors()
                    .lines()
                    .forEach(each -> sent.errors()
                            .onTop(
                                    each.message().key(),
                                    each.message().arguments().toArray()));
            throw maybeKnown;
        }
        CaseNumber number = service.open(reported, draft.number());
        IntakeStep.label(input)
                .filter(label -> !label.isEmpty())
                .ifPresent(label -> service.describe(
                        number,
                        new CaseDescription(
                                reported.kind(), reported.route(), reported.destination(), reported.priority(), label),
                        0));
        names.record(number, input, prefixes);
        return "/cases/" + number.value();
    }

    private String words(List<IntakeStep> steps) {
        return steps.stream().map(each -> pages.page().text(each)).collect(Collectors.joining(", "));
    }

    private static BegunIntake after(BegunIntake before, IntakeStep step, FormInput sent, List<String> fields) {
        BegunIntake after = before.with(step, sent, fields);
        return step == IntakeStep.KIND && sent.typed("people").matches("\\s*[1-9]?\\s*") ? after.counted() : after;
    }

    /** What a page of ours put into the form belongs to the answer, not to the draft. */
    private static void sentWith(FormInput sent, FormInput input) {
        Stream.of(FormInput.TOKEN, FormInput.KEPT, FormInput.ONCE)
                .forEach(each -> input.with(each, sent.answers(each)));
    }

    private View first(FormInput input, List<CaseNumber> own) {
        return pages.form(
                input,
                page -> pages.templates()
                        .intakeName(
                                page,
                                input,
                                about(page, input, IntakeStep.NAME, Optional.empty(), BegunIntake.nothing(), own)));
    }

    private View view(IntakeStep step, Draft draft, FormInput input, BegunIntake begun, List<CaseNumber> own) {
        return pages.form(input, page -> {
            IntakeView about = about(page, input, step, Optional.of(draft), begun, own);
            return switch (step) {
                case NAME -> pages.templates().intakeName(page, input, about);
                case KIND -> pages.templates().intakeKind(page, input, about);
                case PEOPLE -> pages.templates().intakePeople(page, input, about, IntakeForm.MOST_PEOPLE);
                case FIRST -> pages.templates().intakeFirst(page, input, about);
                case WAY -> pages.templates().intakeWay(page, input, about);
                case CHECK -> pages.templates().intakeCheck(page, input, about, IntakeAnswers.of(begun, page, names));
            };
        });
    }

    private IntakeView about(
            Page page,
            FormInput input,
            IntakeStep step,
            Optional<Draft> draft,
            BegunIntake begun,
            List<CaseNumber> own) {
        return new IntakeView(
                step,
                draft.map(Draft::id),
                draft.map(Draft::number),
                begun.prefixes(),
                Stream.of(IntakeStep.values())
                        .filter(each -> each != IntakeStep.CHECK)
                        .map(each -> new IntakeView.Line(each, begun.isAnswered(each), begun.isDone(each, names)))
                        .toList(),
                prefix -> names.fields(page, input, prefix),
                List.copyOf(new TreeSet<>(own.stream().map(CaseNumber::value).toList())).stream()
                        .map(CaseNumber::new)
                        .toList());
    }

    /** Only a caseworker opens a case; the services ask again. */
    private void requireCaseworker() {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.CREATE, AccessGroup.CASE));
    }
}
