package org.durumi.web.risk;

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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseActions;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** One alert: somebody acknowledges it, says what was done, resolves it, or dismisses it with a reason. */
@Path("/cases/{number}/alerts/{alert}")
@RequestScoped
public class AlertController {
    private static final int LONGEST = 1000;

    @Inject
    Pages pages;

    @Inject
    AlertService alerts;

    @Inject
    RiskService risk;

    @Inject
    AlertCards cards;

    @Inject
    CaseSearch cases;

    @Inject
    CaseReader reader;

    /** A change of an alert, once its version is known; says what was done. */
    private interface Step {
        String take(int seen);
    }

    @GET
    public Response show(@PathParam("number") CaseNumber number, @PathParam("alert") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    /** A page that was shown again after a refusal leads back to its alert when it is reloaded or its language changes. */
    @GET
    @Path("{step: acknowledge|act|resolve|dismiss}")
    public Response back(@PathParam("number") CaseNumber number, @PathParam("alert") UUID id) {
        return pages.redirect("/cases/" + number + "/alerts/" + id);
    }

    @POST
    @Path("acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acknowledge(
            @PathParam("number") CaseNumber number,
            @PathParam("alert") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return submit(
                number, id, input, seen -> alerts.acknowledge(number, new EntryId(id), seen) ? "acknowledged" : "seen");
    }

    @POST
    @Path("act")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("number") CaseNumber number,
            @PathParam("alert") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<String> what = input.read("action", Field.lines(1, LONGEST));
        return submit(number, id, input, seen -> {
            alerts.act(number, new EntryId(id), what.orElseThrow(), seen);
            return "acted";
        });
    }

    @POST
    @Path("resolve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resolve(
            @PathParam("number") CaseNumber number,
            @PathParam("alert") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return submit(number, id, input, seen -> {
            alerts.resolve(number, new EntryId(id), seen);
            return "resolved";
        });
    }

    @POST
    @Path("dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response dismiss(
            @PathParam("number") CaseNumber number,
            @PathParam("alert") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<String> why = input.read("reason", Field.lines(1, LONGEST));
        return submit(number, id, input, seen -> {
            alerts.dismiss(number, new EntryId(id), why.orElseThrow(), seen);
            return "dismissed";
        });
    }

    private Response submit(CaseNumber number, UUID id, FormInput input, Step step) {
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    String done = step.take((int) seen.orElseThrow());
                    return pages.redirect("/cases/" + number, "notice.alert." + done);
                },
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = cases.view(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.RISK,
                AccessGroup.ALERT,
                AccessGroup.WAIVER);
        RiskPanel panel = risk.of(view);
        AlertLine line = panel.alerts().stream()
                .filter(each -> each.alert().id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        input.withVersion(line.alert().version());
        CaseActions actions = reader.actions(view);
        return pages.form(
                input,
                page -> pages.templates()
                        .riskAlert(
                                page,
                                cards.of(line, panel.handles()),
                                panel,
                                actions.records() || actions.decides(),
                                input));
    }
}
