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
import java.util.function.ToIntFunction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.settings.Setting;
import org.durumi.settings.Settings;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;
import org.durumi.work.CheckInPlan;
import org.durumi.work.CheckInService;
import org.durumi.work.NewCheckInPlan;
import org.durumi.work.PlanNow;

/** Agrees with somebody when they are to be heard of, or on something else. The words that were agreed are never filled in. */
@Path("/cases/{number}/participants/{participant}/check-ins")
@RequestScoped
public class PlanController {
    static final RecordForm<NewCheckInPlan> FORM = RecordForm.of("check-in.plan", NewCheckInPlan.class)
            .unkept("codeWord")
            .unkept("duressPhrase");

    /** What most agree on: a beginning to change. */
    private static final int USUAL_HOURS = 24;

    private static final int USUAL_GRACE = 60;

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CheckInService service;

    @Inject
    Settings settings;

    @Inject
    CaseReader reader;

    @GET
    @Path("new")
    public Response form(@PathParam("number") CaseNumber number, @PathParam("participant") UUID who) {
        FormInput usual = FormInput.blank()
                .with("intervalHours", Integer.toString(USUAL_HOURS))
                .with("graceMinutes", Integer.toString(USUAL_GRACE));
        return view(number, who, quiet(usual)).answer();
    }

    /** The quiet hours of the organisation, if it has any: the same hour twice is none. */
    private FormInput quiet(FormInput usual) {
        ToIntFunction<Setting> hours = settings.together(Setting.QUIET_FROM, Setting.QUIET_TO);
        int from = hours.applyAsInt(Setting.QUIET_FROM);
        int to = hours.applyAsInt(Setting.QUIET_TO);
        return from == to
                ? usual
                : usual.with("quietFrom", Integer.toString(from)).with("quietTo", Integer.toString(to));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response agree(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID who,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    service.agree(number, new ParticipantId(who), told);
                    return "/cases/" + number;
                },
                "notice.check-in.agreed",
                () -> view(number, who, input));
    }

    @GET
    @Path("plan")
    public Response change(@PathParam("number") CaseNumber number, @PathParam("participant") UUID who) {
        return standing(number, who).view().answer();
    }

    @POST
    @Path("plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID who,
            MultivaluedMap<String, String> fields) {
        return forms.change(
                FormInput.of(fields),
                FORM,
                (told, seen) -> service.change(number, new ParticipantId(who), told, seen),
                () -> standing(number, who),
                "/cases/" + number,
                "notice.check-in.changed");
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.CHECK_IN);
        Participant who = CaseReader.participant(view, id);
        return draw(number, who, "new", input, List.of());
    }

    private Standing<NewCheckInPlan> standing(CaseNumber number, UUID id) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.CHECK_IN);
        Participant who = CaseReader.participant(view, id);
        CheckInPlan plan = service.of(view.file())
                .standing(who.id())
                .map(PlanNow::plan)
                .orElseThrow(() -> new RuleViolation("check-in.none"));
        return new Standing<>(
                FORM,
                plan.known(),
                plan.edition(),
                (input, differences) -> draw(number, who, "plan", input, differences));
    }

    private View draw(CaseNumber number, Participant who, String act, FormInput input, List<Difference> differences) {
        return pages.form(input, page -> pages.templates().workPlan(page, number, who, act, FORM, input, differences));
    }
}
