package org.durumi.web.work;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;
import org.durumi.work.CheckInKind;
import org.durumi.work.CheckInService;
import org.durumi.work.CodeWords;
import org.durumi.work.NewCheckIn;
import org.durumi.work.NewDuressAnswer;
import org.durumi.work.NewPause;
import org.durumi.work.NewPlanEnd;

/** Records that somebody was heard of, that they are not awaited for a while, or no more; shows the words that were agreed. */
@Path("/cases/{number}/participants/{participant}/check-ins")
@RequestScoped
public class CheckInController {
    static final RecordForm<NewCheckIn> HEARD = RecordForm.of("check-in.heard", NewCheckIn.class);
    static final RecordForm<NewPause> PAUSE = RecordForm.of("check-in.pause", NewPause.class);
    static final RecordForm<NewPlanEnd> END = RecordForm.of("check-in.end", NewPlanEnd.class);
    static final RecordForm<NewDuressAnswer> DURESS = RecordForm.of("check-in.duress", NewDuressAnswer.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CheckInService service;

    @Inject
    CaseReader reader;

    /** A page that was shown again leads back when it is reloaded. */
    @GET
    @Path("ok")
    public Response back(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        person(number, id);
        return pages.redirect("/cases/" + number);
    }

    /** One tap: they are well. Sent twice, it is recorded once. */
    @POST
    @Path("ok")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ok(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                () -> {
                    service.heard(number, new ParticipantId(id), new NewCheckIn(CheckInKind.OK, ""));
                    return "/cases/" + number;
                },
                "notice.check-in.heard",
                () -> heardView(number, id, input));
    }

    @GET
    @Path("heard")
    public Response heard(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return heardView(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("heard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response heard(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                number,
                input,
                HEARD,
                told -> service.heard(number, new ParticipantId(id), told),
                "notice.check-in.heard",
                () -> heardView(number, id, input));
    }

    @GET
    @Path("pause")
    public Response pause(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return pauseView(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pause(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                number,
                input,
                PAUSE,
                told -> service.pause(number, new ParticipantId(id), told),
                "notice.check-in.paused",
                () -> pauseView(number, id, input));
    }

    @GET
    @Path("end")
    public Response end(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return endView(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                number,
                input,
                END,
                told -> service.end(number, new ParticipantId(id), told),
                "notice.check-in.ended",
                () -> endView(number, id, input));
    }

    @GET
    @Path("duress")
    public Response duress(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        return duressView(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("duress")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answerDuress(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return act(
                number,
                input,
                DURESS,
                told -> service.answerDuress(number, new ParticipantId(id), told),
                "notice.check-in.answered",
                () -> duressView(number, id, input));
    }

    /** The words that were agreed, to whoever asks for them: an access of its own. */
    @GET
    @Path("words")
    public Response words(@PathParam("number") CaseNumber number, @PathParam("participant") UUID id) {
        List<CodeWords> words = service.codeWords(number, new ParticipantId(id));
        return pages.show(page -> pages.templates().workWords(page, number, words));
    }

    private <N extends Record> Response act(
            CaseNumber number,
            FormInput input,
            RecordForm<N> form,
            Consumer<N> act,
            String notice,
            Supplier<View> again) {
        return forms.create(
                input,
                form,
                told -> {
                    act.accept(told);
                    return "/cases/" + number;
                },
                notice,
                again);
    }

    private View heardView(CaseNumber number, UUID id, FormInput input) {
        Participant who = person(number, id);
        return pages.form(input, page -> pages.templates().workHeard(page, number, who, HEARD, input));
    }

    private View pauseView(CaseNumber number, UUID id, FormInput input) {
        Participant who = person(number, id);
        return pages.form(input, page -> pages.templates().workPause(page, number, who, PAUSE, input));
    }

    private View endView(CaseNumber number, UUID id, FormInput input) {
        Participant who = person(number, id);
        return pages.form(input, page -> pages.templates().workEnd(page, number, who, END, input));
    }

    private View duressView(CaseNumber number, UUID id, FormInput input) {
        // Also of somebody who was taken out since.
        Participant who = CaseReader.participant(
                reader.toDecide(number, AccessGroup.PARTICIPANT, AccessGroup.CHECK_IN)
                        .withTakenOut(),
                id);
        return pages.form(input, page -> pages.templates().workDuress(page, number, who, DURESS, input));
    }

    private Participant person(CaseNumber number, UUID id) {
        CaseView view = reader.toAct(number, AccessGroup.PARTICIPANT, AccessGroup.CHECK_IN);
        return CaseReader.participant(view, id);
    }
}
