package org.durumi.web.cases;

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
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseView;
import org.durumi.cases.NewSplit;
import org.durumi.cases.Participant;
import org.durumi.cases.SplitService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
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
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor splits a case: some of its people go into a case of their own. The page says what will happen. */
@Path("/cases/{number}/split")
@RequestScoped
public class SplitController {
    static final RecordForm<NewSplit> FORM = RecordForm.of("split", NewSplit.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    SplitService service;

    @Inject
    RiskService risk;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @QueryParam(FormInput.WHOM) List<String> who) {
        FormInput input = FormInput.blank();
        FormInput.whom(who).ifPresent(each -> input.with(FormInput.WHOM, Field.whom(), each));
        return view(number, input).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response split(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                wanted -> "/cases/" + service.split(number, wanted),
                "notice.split",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseView view = reader.toDecide(
                number,
                AccessGroup.CASE,
                AccessGroup.ASSIGNMENT,
                AccessGroup.PARTICIPANT,
                AccessGroup.RISK,
                AccessGroup.WAIVER);
        if (!input.has("kind")) {
            input.with("route", List.of(view.file().route().name()));
        }
        RiskBlocks blocks = risk.blocks(view);
        String workers = view.assignments().stream()
                .filter(Assignment::isCurrent)
                .map(each -> view.handles().get(each.caseworker()))
                .sorted()
                .collect(Collectors.joining(", "));
        return pages.form(
                input,
                page -> pages.templates()
                        .casesSplit(
                                page,
                                view.file(),
                                people(view, blocks, page.texts()),
                                blocks.blocks().stream()
                                        .filter(each -> each.waiver().isPresent())
                                        .map(each -> again(each, page.texts()))
                                        .toList(),
                                workers,
                                FORM,
                                input));
    }

    private static List<Choice> people(CaseView view, RiskBlocks blocks, Texts texts) {
        return view.participants().stream()
                .map(each -> new Choice(each.id().toString(), said(each, blocks, texts)))
                .toList();
    }

    private static String said(Participant who, RiskBlocks blocks, Texts texts) {
        return blocks.participants().stream()
                .filter(each -> each.participant().equals(who.id()) && each.says())
                .findFirst()
                .map(each -> texts.text(
                        "split.person.level", who.label(), who.role(), who.stage(), each.level(), each.score()))
                .orElse(texts.text("split.person", who.label(), who.role(), who.stage()));
    }

    private static String again(BlockLine block, Texts texts) {
        return texts.text(
                "split.blocked-again",
                String.join(", ", block.labels()),
                block.block(),
                block.rules().stream()
                        .map(rule -> texts.text("RuleCode." + rule.name()))
                        .collect(Collectors.joining(", ")));
    }
}
