package org.durumi.web.costs;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.costs.BrokerService;
import org.durumi.costs.NewQuote;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Records a quote of a case, accepts or rejects one. A refused acceptance says what stands against it. */
@Path("/cases/{number}/quotes")
@RequestScoped
public class QuoteController {
    static final RecordForm<NewQuote> FORM =
            RecordForm.of("quote.form", NewQuote.class, Map.of("participants", Field.whom()));

    @Inject
    Pages pages;

    @Inject
    QuoteService quotes;

    @Inject
    BrokerService brokers;

    @Inject
    RiskService risk;

    @Inject
    CaseSearch cases;

    @Inject
    CaseReader reader;

    @Inject
    Forms forms;

    @Inject
    Clock clock;

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @QueryParam(FormInput.WHOM) List<String> who) {
        CaseView view = toRecord(number);
        Set<ParticipantId> whom = FormInput.whom(who).orElseGet(view::everybody);
        return form(view, blank(whom, LocalDate.now(clock))).answer();
    }

    /** A quote for some people, obtained today. Unless the link says for whom, it is for everybody in the case. */
    static FormInput blank(Set<ParticipantId> whom, LocalDate today) {
        return FormInput.blank()
                .with(FormInput.WHOM, Field.whom(), whom)
                .with("basis", PriceBasis.PER_PERSON)
                .with("amount.currency", "KRW")
                .with("obtainedOn", Field.day(), today);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                known -> "/cases/" + number + "/costs#entry-" + quotes.record(number, known),
                "notice.quote.recorded",
                () -> form(toRecord(number), input));
    }

    /** One quote, what stands against it, and what can be decided. */
    @GET
    @Path("{id}")
    public Response show(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return quote(number, id, FormInput.blank()).answer();
    }

    /** A page that was shown again after a refusal leads back to its quote when it is reloaded or its language changes. */
    @GET
    @Path("{id}/{step: accept|reject|norm}")
    public Response back(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return pages.redirect("/cases/" + number + "/quotes/" + id);
    }

    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response accept(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return decide(
                number, id, fields, "notice.quote.accepted", seen -> quotes.accept(number, new EntryId(id), seen));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response reject(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return decide(
                number, id, fields, "notice.quote.rejected", seen -> quotes.reject(number, new EntryId(id), seen));
    }

    /** Takes over a norm that was entered after the quote. */
    @POST
    @Path("{id}/norm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response compareAnew(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return decide(
                number, id, fields, "notice.quote.compared", seen -> quotes.compareAnew(number, new EntryId(id), seen));
    }

    /** @param decision decides, if the version that was seen still stands */
    private Response decide(
            CaseNumber number, UUID id, MultivaluedMap<String, String> fields, String notice, IntConsumer decision) {
        FormInput input = FormInput.of(fields);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> decision.accept((int) seen.orElseThrow()),
                "/cases/" + number,
                notice,
                () -> quote(number, id, input));
    }

    private View form(CaseView view, FormInput input) {
        List<Choice> choices = brokers.choices().stream()
                .map(each -> new Choice(
                        each.id().toString(),
                        pages.page().text("quote.form.broker.choice", each.codeName(), each.kind(), each.vetting())))
                .toList();
        return pages.form(
                input,
                page -> pages.templates()
                        .costsQuoteNew(
                                page, view.file().number(), choices, Everybody.in(view, page.texts()), input, FORM));
    }

    private View quote(CaseNumber number, UUID id, FormInput input) {
        CaseView view = cases.view(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.QUOTE,
                AccessGroup.BROKER,
                AccessGroup.RISK,
                AccessGroup.WAIVER);
        QuoteLine line = quotes.of(view.file()).stream()
                .filter(each -> each.quote().id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        input.withVersion(line.quote().version());
        return pages.form(
                input,
                page -> pages.templates()
                        .costsQuotePage(
                                page,
                                view,
                                line,
                                quotes.later(view.file(), line),
                                risk.blocks(view),
                                reader.actions(view),
                                input));
    }

    private CaseView toRecord(CaseNumber number) {
        return reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.QUOTE);
    }
}
