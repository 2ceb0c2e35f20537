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
import java.util.OptionalLong;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.RiskService;
import org.durumi.route.Stage;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.OncePerForm;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/**
 * Records that a participant has reached a stage: first which, among those that may follow, then what is known of it. However
 * often the form is sent, it is recorded once.
 */
@Path("/cases/{number}/participants/{participant}/stages/new")
@RequestScoped
public class StageController {
    private static final AccessGroup[] SHOWN = {
        AccessGroup.PARTICIPANT,
        AccessGroup.JOURNEY,
        AccessGroup.LEG,
        AccessGroup.BROKER,
        AccessGroup.RISK,
        AccessGroup.WAIVER
    };

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
    OncePerForm once;

    @GET
    public Response form(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            @QueryParam("stage") String wanted) {
        CaseView view = reader.toRecord(number, SHOWN);
        Participant participant = CaseReader.participant(view, id);
        Optional<Stage> next = participant.stage().next().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst();
        if (next.isEmpty()) {
            return pages.view("cases/stage-choice.jte")
                    .with("number", number)
                    .with("participant", participant)
                    .answer();
        }
        FormInput input = StageForm.blank(next.get(), service.today()).withVersion(participant.version());
        return view(view, participant, input, List.of()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @PathParam("number") CaseNumber number,
            @PathParam("participant") UUID id,
            @QueryParam("stage") @DefaultValue("") String wanted,
            MultivaluedMap<String, String> fields) {
        FormInput input = StageForm.of(fields, wanted);
        Optional<NewStage> reported = StageForm.read(input);
        OptionalLong seen = input.version();
        Optional<UUID> key = input.once();
        return pages.submit(
                input,
                () -> pages.redirect(
                        once.create(key.orElseThrow(), () -> {
                            service.enterStage(
                                    number, new ParticipantId(id), reported.orElseThrow(), (int) seen.orElseThrow());
                            return "/cases/" + number;
                        }),
                        "notice.stage.recorded"),
                () -> again(number, id, input, reported));
    }

    private View again(CaseNumber number, UUID id, FormInput input, Optional<NewStage> reported) {
        CaseView view = reader.toRecord(number, SHOWN);
        Participant participant = CaseReader.participant(view, id);
        if (!input.isStale() || reported.isEmpty()) {
            return view(view, participant, input, List.of());
        }
        NewStage standing = standing(view, participant).reported();
        input.withVersion(participant.version());
        return view(
                view,
                participant,
                input,
                StageForm.differences(reported.get(), standing, pages.page().texts()));
    }

    private View view(CaseView view, Participant participant, FormInput input, List<Difference> differences) {
        Stage stage = stage(participant, input);
        return pages.view("cases/stage.jte")
                .with("number", view.file().number())
                .with("participant", participant)
                .with("stage", stage)
                .with("risk", risk.blocks(view))
                .with("brokers", mentions.brokers(stage))
                .with(
                        "legs",
                        mentions.legs(stage, view, participant, pages.page().texts()))
                .with("input", input)
                .with("differences", differences);
    }

    /** The stage whose fields are shown; if somebody took it out of the form, any that may follow. */
    private static Stage stage(Participant participant, FormInput input) {
        return List.of(Stage.values()).stream()
                .filter(each -> input.isChosen("stage", each.name()))
                .findFirst()
                .orElse(participant.stage());
    }

    private static StageEntry standing(CaseView view, Participant participant) {
        return CaseReader.entry(view, participant.standingEntry().value());
    }
}
