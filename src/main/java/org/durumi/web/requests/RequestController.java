package org.durumi.web.requests;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
import org.durumi.requests.NewRequestAnswer;
import org.durumi.requests.Request;
import org.durumi.requests.RequestKind;
import org.durumi.requests.RequestService;
import org.durumi.requests.RequestState;
import org.durumi.requests.TypedForm;
import org.durumi.risk.BlockLine;
import org.durumi.risk.RiskBlocks;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseActions;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Handles;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** One request: what stands against it, what is answered by a supervisor, and what who asked can do. */
@Path("/cases/{number}/requests")
@RequestScoped
public class RequestController {
    static final RecordForm<NewRequestAnswer> ANSWER = RecordForm.of(
            "request.answer",
            NewRequestAnswer.class,
            Map.of("caseworker", Field.user().optional()));

    private static final AccessGroup[] SHOWN = {
        AccessGroup.CASE,
        AccessGroup.ASSIGNMENT,
        AccessGroup.PARTICIPANT,
        AccessGroup.RISK,
        AccessGroup.WAIVER,
        AccessGroup.REQUEST
    };

    @Inject
    Pages pages;

    @Inject
    RequestService requests;

    @Inject
    RiskService risk;

    @Inject
    CaseSearch cases;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @Inject
    Handles handles;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @GET
    @Path("{id}")
    public Response show(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("{id}")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewRequestAnswer> told = ANSWER.read(input);
        return pages.submit(
                input,
                () -> requests.answer(number, new EntryId(id), told.orElseThrow()),
                "/review",
                "notice.request.answered",
                () -> view(number, id, input));
    }

    /** A page that was shown again leads back to the request when it is reloaded. */
    @GET
    @Path("{id}/{step: withdrawal|typed}")
    public Response back(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return pages.redirect(address(number, id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return pages.submit(
                input,
                () -> requests.withdraw(number, new EntryId(id)),
                "/cases/" + number,
                "notice.request.withdrawn",
                () -> view(number, id, input));
    }

    /** Leads who asked to the form where they were stopped, as they had filled it in. */
    @POST
    @Path("{id}/typed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        TypedForm typed = requests.typed(number, new EntryId(id)).orElseThrow(NotFound::new);
        return typed.fields().isEmpty()
                ? pages.redirect(typed.address())
                : pages.refilled(typed.address(), typed.byName());
    }

    private static String address(CaseNumber number, UUID id) {
        return "/cases/" + number + "/requests/" + id;
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = cases.view(number, SHOWN);
        Request request = requests.of(view.file()).one(new EntryId(id)).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        CaseActions actions = reader.actions(view);
        boolean own = request.isOf(user.actor().id());
        boolean waits = request.isWaiting(now);
        boolean answers = actions.decides() && waits && !own;
        if (!input.has("state")) {
            request.to().ifPresent(to -> input.with("caseworker", to.value()));
            // Whoever asks to be replaced is, unless a supervisor decides otherwise.
            input.with("leaves", FormInput.TICKED);
        }
        RiskBlocks blocks = risk.blocks(view);
        return pages.form(
                input,
                page -> pages.templates()
                        .requestsRequest(
                                page,
                                view,
                                request,
                                now,
                                blocks,
                                request.kind() == RequestKind.WAIVER ? standing(blocks, request) : List.of(),
                                handles.of(requests.of(view.file()).people()),
                                answers ? colleagues(view, request) : List.of(),
                                answers,
                                own && waits && actions.records(),
                                own && actions.records() && request.state() == RequestState.GRANTED && request.isKept(),
                                ANSWER,
                                input));
    }

    private static List<BlockLine> standing(RiskBlocks blocks, Request request) {
        return Stream.concat(
                        request.leaving().stream().flatMap(each -> blocks.departure(each).stream()),
                        request.quote().stream().flatMap(each -> blocks.quote(new EntryId(each)).stream()))
                .toList();
    }

    /** Those of the team to whom the case can be given. */
    private List<Choice> colleagues(CaseView view, Request request) {
        UserId asking = request.recorded().by();
        return staff.caseworkers(view.file().team()).stream()
                .filter(each -> !each.id().equals(asking))
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
    }
}
