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
import java.util.UUID;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.Waiver;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.BlockLine;
import org.durumi.risk.RiskBlocks;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor lets a departure or a quote pass once, with a reason, and sees everything that stands against it. */
@Path("/cases/{number}/waivers")
@RequestScoped
public class WaiverController {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    RiskService risk;

    @Inject
    CaseReader reader;

    @GET
    @Path("departures/{participant}")
    public Response departure(@PathParam("number") CaseNumber number, @PathParam("participant") UUID who) {
        return departure(number, who, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Path("departures/{participant}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response waiveDeparture(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID who,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return waive(
                number,
                input,
                reason -> risk.waiveDeparture(number, new ParticipantId(who), reason),
                departure(number, who, input));
    }

    @GET
    @Path("quotes/{quote}")
    public Response quote(@PathParam("number") CaseNumber number, @PathParam("quote") UUID quote) {
        return quote(number, quote, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Path("quotes/{quote}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response waiveQuote(
            @PathParam("number") CaseNumber number,
            @PathParam("quote") UUID quote,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return waive(
                number,
                input,
                reason -> risk.waiveQuote(number, new EntryId(quote), reason),
                quote(number, quote, input));
    }

    private Response waive(CaseNumber number, FormInput input, Consumer<String> grant, View form) {
        Optional<String> reason = input.read("reason", Field.lines(Waiver.SHORTEST_REASON, Waiver.LONGEST_REASON));
        return forms.create(
                input,
                () -> {
                    grant.accept(reason.orElseThrow());
                    return "/cases/" + number;
                },
                "notice.waiver.granted",
                () -> form);
    }

    private View departure(CaseNumber number, UUID who, FormInput input) {
        RiskBlocks blocks = blocks(number);
        return view(number, blocks, blocks.departure(new ParticipantId(who)), "departures/" + who, input);
    }

    private View quote(CaseNumber number, UUID quote, FormInput input) {
        RiskBlocks blocks = blocks(number);
        return view(number, blocks, blocks.quote(new EntryId(quote)), "quotes/" + quote, input);
    }

    private RiskBlocks blocks(CaseNumber number) {
        CaseView view = reader.toDecide(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.RISK,
                AccessGroup.WAIVER);
        return risk.blocks(view);
    }

    private View view(CaseNumber number, RiskBlocks blocks, Optional<BlockLine> block, String path, FormInput input) {
        return pages.form(
                input,
                page -> pages.templates()
                        .riskWaiver(page, number, blocks, block, "/cases/" + number + "/waivers/" + path, input));
    }
}
