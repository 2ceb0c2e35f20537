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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseView;
import org.durumi.cases.Closure;
import org.durumi.cases.ClosureService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewReopening;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.costs.QuoteService;
import org.durumi.costs.QuoteState;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;
import org.durumi.work.TaskService;

/** A supervisor closes a case with a reason, or opens a closed one again; another one agrees where somebody is in danger. */
@Path("/cases/{number}/closure")
@RequestScoped
public class ClosureController {
    static final RecordForm<NewClosure> FORM = RecordForm.of("closure", NewClosure.class);
    static final RecordForm<NewReopening> REOPENING = RecordForm.of(
            "closure.reopening",
            NewReopening.class,
            Map.of("caseworker", Field.user().optional()));

    private static final AccessGroup[] SHOWN = Stream.concat(
                    Stream.of(
                            AccessGroup.CASE,
                            AccessGroup.PARTICIPANT,
                            AccessGroup.JOURNEY,
                            AccessGroup.RISK,
                            AccessGroup.ALERT,
                            AccessGroup.WAIVER,
                            AccessGroup.QUOTE,
                            AccessGroup.BROKER),
                    CircumstancesService.EVERYTHING.stream())
            .toArray(AccessGroup[]::new);

    @Inject
    Pages pages;

    @Inject
    ClosureService service;

    @Inject
    RiskService risk;

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    TaskService tasks;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    /** A page that was shown again leads back to the question when it is reloaded. */
    @GET
    @Path("{step: confirmation|refusal|withdrawal|reopening}")
    public Response back(@PathParam("number") CaseNumber number) {
        return pages.redirect("/cases/" + number + "/closure");
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewClosure> wanted = FORM.read(input);
        return pages.submit(
                input,
                () -> {
                    boolean closed = service.close(number, wanted.orElseThrow());
                    return pages.redirect("/cases/" + number, closed ? "notice.case.closed" : "notice.closure.asked");
                },
                () -> view(number, input));
    }

    @POST
    @Path("reopening")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reopen(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewReopening> told = REOPENING.read(input);
        return submit(number, input, () -> service.reopen(number, told.orElseThrow()), "notice.case.reopened");
    }

    @POST
    @Path("confirmation")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> service.confirm(number), "notice.case.closed");
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> service.decline(number), "notice.closure.declined");
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> service.withdraw(number), "notice.closure.withdrawn");
    }

    private Response submit(CaseNumber number, FormInput input, Runnable act, String notice) {
        return pages.submit(input, act, "/cases/" + number, notice, () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseView view = reader.toDecide(number, SHOWN);
        CaseFile file = view.file();
        Optional<Closure> closure = file.isOpen() ? service.waiting(file) : service.last(file);
        List<Choice> successors = file.isOpen()
                ? List.of()
                : service.successors(file).stream()
                        .map(each -> new Choice(each.id().value(), each.handle()))
                        .toList();
        return pages.form(
                input,
                page -> pages.templates()
                        .casesClosure(
                                page,
                                file,
                                open(view),
                                closure,
                                closure.map(each -> staff.handle(each.recorded().by()))
                                        .orElse(""),
                                closure.filter(each -> each.recorded()
                                                .by()
                                                .equals(user.actor().id()))
                                        .isPresent(),
                                FORM,
                                REOPENING,
                                successors,
                                input));
    }

    private OpenMatters open(CaseView view) {
        RiskPanel panel = risk.of(view);
        return new OpenMatters(
                ClosureService.inDanger(view.participants(), view.entries()),
                panel.openAlerts().size(),
                panel.blocks().stream().filter(each -> each.waiver().isEmpty()).count(),
                Stream.concat(
                                view.entries().stream(),
                                circumstances.history(view.file()).all())
                        .filter(each -> each.isWaiting() && view.concerns(each.whom()))
                        .count(),
                quotes.of(view.file()).stream()
                        .filter(each -> each.state() == QuoteState.OPEN)
                        .count(),
                tasks.numberOfOpen(view.file()));
    }
}
