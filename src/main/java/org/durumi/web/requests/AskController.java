package org.durumi.web.requests;

import jakarta.enterprise.context.RequestScoped;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.requests.NewReassignment;
import org.durumi.requests.NewRequest;
import org.durumi.requests.RequestService;
import org.durumi.requests.TypedForm;
import org.durumi.risk.BlockLine;
import org.durumi.risk.RiskBlocks;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** A caseworker asks a supervisor: to let something pass that is blocked, for a colleague, for a decision. */
@Path("/cases/{number}/requests")
@RequestScoped
public class AskController {
    static final RecordForm<NewRequest> WAIVER = RecordForm.of("request.waiver", NewRequest.class);
    static final RecordForm<NewRequest> DECISION = RecordForm.of("request.decision", NewRequest.class);
    static final RecordForm<NewReassignment> REASSIGNMENT = RecordForm.of(
            "request.reassignment",
            NewReassignment.class,
            Map.of("to", Field.user().optional()));

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    RequestService requests;

    @Inject
    RiskService risk;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    /**
     * What is to pass, as the address says it.
     *
     * @param typed under which name is kept what was typed where somebody was stopped
     */
    private record Stopped(Set<UUID> leaving, Optional<UUID> quote, Optional<UUID> typed) {
        Set<UUID> subjects() {
            return Stream.concat(leaving.stream(), quote.stream()).collect(Collectors.toSet());
        }

        String query() {
            return Stream.of(
                            leaving.stream().map(each -> "departure%5B%5D=" + each),
                            quote.stream().map(each -> "quote=" + each),
                            typed.stream().map(each -> "typed=" + each))
                    .flatMap(each -> each)
                    .collect(Collectors.joining("&"));
        }
    }

    @GET
    @Path("waiver")
    public Response waiver(
            @PathParam("number") CaseNumber number,
            @QueryParam("departure[]") List<UUID> leaving,
            @QueryParam("quote") UUID quote,
            @QueryParam("typed") UUID typed) {
        return waiver(number, stopped(leaving, quote, typed), FormInput.blank()).answer();
    }

    @POST
    @Path("waiver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askWaiver(
            @PathParam("number") CaseNumber number,
            @QueryParam("departure[]") List<UUID> leaving,
            @QueryParam("quote") UUID quote,
            @QueryParam("typed") UUID typed,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Stopped stopped = stopped(leaving, quote, typed);
        return ask(
                number,
                input,
                WAIVER,
                told -> requests.askWaiver(number, stopped.subjects(), told, typed(number, stopped)),
                () -> waiver(number, stopped, input));
    }

    @GET
    @Path("reassignment")
    public Response reassignment(@PathParam("number") CaseNumber number) {
        return reassignment(number, FormInput.blank()).answer();
    }

    @POST
    @Path("reassignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askReassignment(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return ask(
                number,
                input,
                REASSIGNMENT,
                told -> requests.askReassignment(number, told),
                () -> reassignment(number, input));
    }

    @GET
    @Path("decision")
    public Response decision(@PathParam("number") CaseNumber number) {
        return decision(number, FormInput.blank()).answer();
    }

    @POST
    @Path("decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askDecision(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return ask(number, input, DECISION, told -> requests.askDecision(number, told), () -> decision(number, input));
    }

    private static Stopped stopped(List<UUID> leaving, UUID quote, UUID typed) {
        return new Stopped(Set.copyOf(leaving), Optional.ofNullable(quote), Optional.ofNullable(typed));
    }

    /** Leads to what was asked for, or shows the form again. */
    private <N extends Record> Response ask(
            CaseNumber number, FormInput input, RecordForm<N> form, Function<N, EntryId> act, Supplier<View> again) {
        return forms.create(
                input,
                form,
                told -> "/cases/" + number + "/requests/" + act.apply(told),
                "notice.request.asked",
                again);
    }

    /** The form of a departure as it was typed; of a quote the page on which it is accepted. */
    private Optional<TypedForm> typed(CaseNumber number, Stopped stopped) {
        Optional<TypedForm> form = stopped.typed()
                .flatMap(pages::kept)
                .filter(each -> each.address().equals("/cases/" + number + "/stages/new")
                        || each.address().startsWith("/cases/" + number + "/stages/new?"))
                .map(each -> TypedForm.of(each.address(), each.fields()));
        return form.or(
                () -> stopped.quote().map(each -> TypedForm.of("/cases/" + number + "/quotes/" + each, Map.of())));
    }

    private View waiver(CaseNumber number, Stopped stopped, FormInput input) {
        CaseView view = reader.toRecord(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.RISK,
                AccessGroup.WAIVER);
        RiskBlocks blocks = risk.blocks(view);
        List<BlockLine> standing = Stream.concat(
                        stopped.leaving().stream().flatMap(each -> blocks.departure(new ParticipantId(each)).stream()),
                        stopped.quote().stream().flatMap(each -> blocks.quote(new EntryId(each)).stream()))
                .filter(BlockLine::mayBeWaived)
                .toList();
        return pages.form(
                input,
                page -> pages.templates()
                        .requestsWaiver(
                                page,
                                number,
                                blocks,
                                standing,
                                stopped.typed().flatMap(pages::kept).isPresent(),
                                "/cases/" + number + "/requests/waiver?" + stopped.query(),
                                WAIVER,
                                requests.isAnswerable(view.file()),
                                input));
    }

    private View reassignment(CaseNumber number, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.CASE, AccessGroup.ASSIGNMENT);
        List<Choice> colleagues = staff.caseworkers(view.file().team()).stream()
                .filter(each -> !each.id().equals(user.actor().id()))
                .map(each -> new Choice(each.id().value(), each.handle()))
                .toList();
        return pages.form(
                input,
                page -> pages.templates()
                        .requestsReassignment(
                                page, number, colleagues, REASSIGNMENT, requests.isAnswerable(view.file()), input));
    }

    private View decision(CaseNumber number, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.CASE);
        return pages.form(
                input,
                page -> pages.templates()
                        .requestsDecision(page, number, DECISION, requests.isAnswerable(view.file()), input));
    }
}
