package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.risk.RecordedChecklist;
import org.durumi.risk.RiskService;
import org.durumi.route.Stage;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;
import org.durumi.work.TaskService;

/**
 * Records that some people of a case have reached a stage: first who and which, among those that may follow for all of them,
 * then what is known of it. One form for everybody whom it happened to.
 */
@Path("/cases/{number}/stages/new")
@RequestScoped
public class StageController {
    private static final AccessGroup[] SHOWN = {
        AccessGroup.PARTICIPANT,
        AccessGroup.JOURNEY,
        AccessGroup.LEG,
        AccessGroup.BROKER,
        AccessGroup.RISK,
        AccessGroup.WAIVER,
        AccessGroup.TASK
    };

    /** What the checklist of a departure is filled from. */
    private static final AccessGroup[] OF_THE_CHECKLIST = {AccessGroup.DEVICE, AccessGroup.QUOTE, AccessGroup.CONSENT};

    @Inject
    Pages pages;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @Inject
    Mentions mentions;

    @Inject
    RiskService risk;

    @Inject
    TaskService tasks;

    @Inject
    Forms forms;

    /** @param labels the letters of those whom it concerns; nobody if the link does not say */
    @GET
    public Response form(
            @PathParam("number") CaseNumber number,
            @QueryParam(Travellers.FOR) List<String> labels,
            @QueryParam("stage") @DefaultValue("") String wanted) {
        CaseView view = reader.toRecord(number, shown(wanted));
        Travellers who = Travellers.named(view, labels);
        Optional<Stage> stage =
                who.next().stream().filter(each -> each.name().equals(wanted)).findFirst();
        if (stage.isEmpty()) {
            String typed = pages.keptName();
            return pages.show(page -> pages.templates().casesStageChoice(page, view, who, !wanted.isEmpty(), typed));
        }
        RecordedChecklist recorded = recorded(view, who, stage.get());
        FormInput input = who.fill(StageForm.blank(stage.get(), pages.page().today()));
        return view(view, who, StageForm.fill(input, recorded), List.of()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @PathParam("number") CaseNumber number,
            @QueryParam("stage") @DefaultValue("") String wanted,
            MultivaluedMap<String, String> fields) {
        FormInput input = StageForm.of(fields, wanted);
        if (input.isChosen("do", "ask")) {
            return ask(number, input);
        }
        Optional<NewStage> reported = StageForm.read(input);
        return forms.create(
                input,
                () -> {
                    List<EntryId> entries = service.enterStage(number, Travellers.seen(input), reported.orElseThrow());
                    return "/cases/" + number + "#entry-" + entries.get(0);
                },
                "notice.stage.recorded",
                () -> again(number, input, reported));
    }

    /** Leads to where a supervisor is asked to let them leave, and keeps what was typed for the way back. */
    private Response ask(CaseNumber number, FormInput input) {
        String whom = Travellers.seen(input).keySet().stream()
                .map(each -> "departure%5B%5D=" + each)
                .collect(Collectors.joining("&"));
        String typed = pages.keeping(Set.of("do", FormInput.ONCE, FormInput.KEPT))
                .map(each -> "&typed=" + each)
                .orElse("");
        return pages.redirect("/cases/" + number + "/requests/waiver?" + whom + typed);
    }

    private View again(CaseNumber number, FormInput input, Optional<NewStage> reported) {
        CaseView view = reader.toRecord(number, shown(input.typed("stage")));
        Travellers who = Travellers.sent(view, input);
        if (!input.isStale() || reported.isEmpty()) {
            return view(view, who, input, List.of());
        }
        Texts texts = pages.page().texts();
        List<Difference> differences = who.changedSince(input).stream()
                .map(each ->
                        CaseReader.entry(view, each.standingEntry().value()).reported())
                .findFirst()
                .map(standing -> StageForm.differences(reported.get(), standing, texts))
                .orElse(List.of());
        return view(view, who, who.fill(input), differences);
    }

    private View view(CaseView view, Travellers who, FormInput input, List<Difference> differences) {
        Stage stage = stage(who.people().get(0), input);
        return pages.form(
                input,
                page -> pages.templates()
                        .casesStage(
                                page,
                                risk.blocks(view),
                                mentions.brokers(stage),
                                mentions.legs(stage, view, who.people(), page.texts()),
                                view.file().number(),
                                who,
                                stage,
                                recorded(view, who, stage),
                                ending(view, who),
                                input,
                                differences));
    }

    /** How many open tasks would end, because none of those whom they concern is held any more by the arrest that they follow. */
    private int ending(CaseView view, Travellers who) {
        Set<ParticipantId> staying = view.participants().stream()
                .filter(each -> each.stage() == Stage.DETENTION && !who.isChosen(each))
                .map(Participant::id)
                .collect(Collectors.toSet());
        return tasks.of(view.file()).withoutReason(staying).size();
    }

    /** Only onto the way somebody leaves. */
    private static AccessGroup[] shown(String stage) {
        return stage.equals(Stage.TRANSIT.name())
                ? Stream.of(SHOWN, OF_THE_CHECKLIST).flatMap(Stream::of).toArray(AccessGroup[]::new)
                : SHOWN;
    }

    /** What the record says to the checklist of those who leave by this stage. */
    private RecordedChecklist recorded(CaseView view, Travellers who, Stage stage) {
        return risk.checklist(
                view,
                who.people().stream()
                        .filter(each -> who.departs(each, stage))
                        .map(Participant::id)
                        .toList());
    }

    /** The stage whose fields are shown; if somebody took it out of the form, any that may follow. */
    private static Stage stage(Participant somebody, FormInput input) {
        return List.of(Stage.values()).stream()
                .filter(each -> input.isChosen("stage", each.name()))
                .findFirst()
                .orElse(somebody.stage());
    }
}
