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
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Corrects an entry of a journey. Nothing is overwritten: the corrected entry takes its place, the wrong one is struck. */
@Path("/cases/{number}/entries/{entry}/correction")
@RequestScoped
public class CorrectionController {
    private static final AccessGroup[] SHOWN = {
        AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.LEG, AccessGroup.BROKER
    };

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    CaseService service;

    @Inject
    CaseReader reader;

    @Inject
    Mentions mentions;

    @GET
    public Response form(
            @PathParam("number") CaseNumber number, @PathParam("entry") UUID id, @QueryParam("stage") String wanted) {
        CaseView view = reader.toRecord(number, SHOWN);
        StageEntry wrong = CaseReader.entry(view, id);
        if (!wrong.stands()) {
            throw new RuleViolation("entry.struck");
        }
        FormInput input = StageForm.fill(FormInput.blank(), wrong.reported());
        Stream.of(Stage.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .ifPresent(stage -> input.with("stage", stage));
        return view(view, wrong, input).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("number") CaseNumber number,
            @PathParam("entry") UUID id,
            @QueryParam("stage") @DefaultValue("") String wanted,
            MultivaluedMap<String, String> fields) {
        FormInput input = StageForm.of(fields, wanted);
        Optional<NewStage> reported = StageForm.read(input);
        Optional<String> why = Forms.why(input);
        return forms.create(
                input,
                () -> {
                    service.correctEntry(number, new EntryId(id), reported.orElseThrow(), why.orElseThrow());
                    return "/cases/" + number;
                },
                "notice.entry.corrected",
                () -> {
                    CaseView view = reader.toRecord(number, SHOWN);
                    return view(view, CaseReader.entry(view, id), input);
                });
    }

    private static Participant who(CaseView view, StageEntry entry) {
        return CaseReader.participant(view, entry.participant().value());
    }

    private View view(CaseView view, StageEntry wrong, FormInput input) {
        Optional<Standpoint> from = view.before(wrong);
        Optional<Stage> before = from.map(Standpoint::stage);
        Optional<Stage> after = stageAt(view, wrong, wrong.position() + 1);
        Stage stage = Stream.of(Stage.values())
                .filter(each -> input.isChosen("stage", each.name()))
                .findFirst()
                .orElse(wrong.stage());
        return pages.form(
                input,
                page -> pages.templates()
                        .casesCorrection(
                                page,
                                mentions.names(view, page.texts()),
                                mentions.brokers(stage, view, wrong),
                                mentions.legs(stage, view, List.of(who(view, wrong)), page.texts()),
                                view.file().number(),
                                view.label(wrong.participant()),
                                wrong,
                                stage,
                                from.filter(each -> each.departsTo(stage)).isPresent(),
                                from.filter(each -> each.failsTo(stage)).isPresent(),
                                possible(before, after, stage),
                                input));
    }

    /** The stages that fit between the entry before and the one after. */
    private static List<Stage> possible(Optional<Stage> before, Optional<Stage> after, Stage shown) {
        return Stream.of(Stage.values())
                .filter(each -> each == shown
                        || before.map(from -> from.mayBecome(each))
                                        .orElse(each == Stage.REPORTED || each == Stage.CONTACT)
                                && after.map(each::mayBecome).orElse(true))
                .toList();
    }

    private static Optional<Stage> stageAt(CaseView view, StageEntry wrong, int position) {
        return view.journey(wrong.participant()).stream()
                .filter(each -> each.position() == position)
                .map(StageEntry::stage)
                .findFirst();
    }
}
