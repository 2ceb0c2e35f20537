package org.durumi.web.handover;

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
import java.util.Map;
import org.durumi.cases.DeputyLine;
import org.durumi.cases.DeputyService;
import org.durumi.cases.HandoverService;
import org.durumi.cases.HeldCase;
import org.durumi.cases.HeldCases;
import org.durumi.cases.HeldGrant;
import org.durumi.drafts.TeamDraftService;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.OncePerPage;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;
import org.durumi.work.LeaverService;
import org.durumi.work.NewHandover;
import org.durumi.work.OpenWork;
import org.durumi.work.WorkloadService;

/** Everything that one person of a supervisor's team has to do, and one act that hands it to others: all of it or a part. */
@Path("/handover/{person}")
@RequestScoped
public class HandoverController {
    static final RecordForm<NewHandover> FORM =
            RecordForm.of("handover", NewHandover.class, Map.of("to", Field.users()));

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    OncePerPage once;

    @Inject
    HandoverService handovers;

    @Inject
    WorkloadService work;

    @Inject
    TeamDraftService drafts;

    @Inject
    LeaverService leavers;

    @Inject
    DeputyService deputies;

    @Inject
    StaffDirectory staff;

    @GET
    public Response form(@PathParam("person") String person) {
        return view(who(person), FormInput.blank(), true).answer();
    }

    /** One transaction: all that was chosen is handed over, or nothing. */
    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    leavers.handOver(who, told);
                    return "/handover/" + who;
                },
                "notice.handed-over",
                () -> view(who, input, false));
    }

    /** @param everything whether all of it is chosen in advance */
    private View view(UserId who, FormInput input, boolean everything) {
        return pages.form(
                input,
                page -> once.read(() -> {
                    LeaverView view = read(who, page.texts());
                    if (everything) {
                        input.with("cases[]", values(view.cases()));
                        input.with("drafts[]", values(view.drafts()));
                        input.with("grants[]", values(view.grants()));
                        input.with("deputyships[]", values(view.deputyships()));
                    }
                    return pages.templates().handoverLeaver(page, input, view);
                }));
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    private LeaverView read(UserId who, Texts texts) {
        HeldCases held = handovers.of(who);
        Map<CaseId, OpenWork> open =
                work.inCases(held.first().stream().map(HeldCase::id).toList(), who);
        return new LeaverView(
                who.value(),
                staff.handle(who),
                handovers.others(who).stream()
                        .map(each -> new Choice(each.id().value(), each.handle()))
                        .toList(),
                held.first().stream()
                        .map(each -> new Choice(
                                each.id().toString(), said(each, open.getOrDefault(each.id(), OpenWork.NONE), texts)))
                        .toList(),
                held.first().size(),
                held.all(),
                drafts.of(who).stream()
                        .map(each -> new Choice(
                                each.id().toString(),
                                texts.text(
                                        each.isForm() ? "handover.draft.form" : "handover.draft",
                                        each.number(),
                                        each.changedAt())))
                        .toList(),
                handovers.grants(who).stream()
                        .map(each -> new Choice(each.grant().id().toString(), said(each, texts)))
                        .toList(),
                deputies.of(who).stream()
                        .map(each -> new Choice(each.deputyship().id().toString(), said(each, texts)))
                        .toList());
    }

    private static String said(HeldCase held, OpenWork open, Texts texts) {
        return texts.text(
                held.alone() ? "handover.case.alone" : "handover.case",
                held.number(),
                held.level(),
                open.tasks(),
                open.plans());
    }

    private static String said(HeldGrant held, Texts texts) {
        return texts.text("grant.line", held.number(), held.grant().due());
    }

    private static String said(DeputyLine line, Texts texts) {
        return texts.text(
                "handover.deputyship",
                line.deputy(),
                line.absent(),
                line.deputyship().first(),
                line.deputyship().last());
    }

    private static UserId who(String person) {
        return UserId.read(person).orElseThrow(NotFound::new);
    }
}
