package org.durumi.web.circumstances;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Background;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Correction;
import org.durumi.circumstances.CorrectionService;
import org.durumi.circumstances.Detention;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Group;
import org.durumi.circumstances.Incident;
import org.durumi.circumstances.Intervention;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.Need;
import org.durumi.circumstances.Posting;
import org.durumi.circumstances.Relationship;
import org.durumi.circumstances.Relative;
import org.durumi.circumstances.Vulnerability;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Texts;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.Handles;
import org.durumi.web.support.Decisions;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor confirms a correction of what is known of somebody's way, or sends it back with a reason. */
@Path("/cases/{number}/corrections/{kind: device|[a-z]+}/{id}")
@RequestScoped
public class ConfirmationController {
    @Inject
    Pages pages;

    @Inject
    CorrectionService service;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CaseReader reader;

    @Inject
    Decisions decisions;

    @Inject
    Handles handles;

    @GET
    public Response form(
            @PathParam("number") CaseNumber number, @PathParam("kind") String kind, @PathParam("id") UUID id) {
        return view(number, kind, id, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("number") CaseNumber number,
            @PathParam("kind") String kind,
            @PathParam("id") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        EntryId entry = new EntryId(id);
        return decisions.decide(
                input,
                () -> service.confirm(number, group(kind), entry),
                why -> service.sendBack(number, group(kind), entry, why),
                "/cases/" + number,
                () -> view(number, kind, id, input));
    }

    private View view(CaseNumber number, String kind, UUID id, FormInput input) {
        CaseView view = reader.toDecide(number, shown(group(kind)));
        Correction correction = service.of(view.file(), group(kind), new EntryId(id));
        List<Difference> differences =
                differences(view, correction, pages.page().texts());
        return pages.form(
                input,
                page -> pages.templates()
                        .circumstancesConfirmation(
                                page, view, correction, differences, handles.of(correction.people()), input));
    }

    private static AccessGroup[] shown(AccessGroup kind) {
        Set<AccessGroup> shown = EnumSet.of(AccessGroup.PARTICIPANT, AccessGroup.CONFIRMATION, kind);
        if (kind == AccessGroup.DETENTION) {
            // Its form says which entry of a journey it belongs to.
            shown.add(AccessGroup.JOURNEY);
        }
        return shown.toArray(AccessGroup[]::new);
    }

    /** @throws NotFound if there is no such kind */
    private static AccessGroup group(String kind) {
        return CircumstancesService.EVERYTHING.stream()
                .filter(each -> each.name().equals(kind.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What is said now beside what was confirmed last; beside nothing if nobody knows that. */
    private List<Difference> differences(CaseView view, Correction correction, Texts texts) {
        List<Difference> differences =
                switch (correction.now()) {
                    case Attempt now ->
                        AttemptController.FORM.differences(
                                now.known(), correction.before(Attempt.class).known(), texts);
                    case Device now ->
                        DeviceController.FORM.differences(
                                now.known(), correction.before(Device.class).known(), texts);
                    case Vulnerability now ->
                        VulnerabilityController.FORM.differences(
                                now.known(),
                                correction.before(Vulnerability.class).known(),
                                texts);
                    case Leg now ->
                        LegController.of(view)
                                .differences(
                                        now.known(),
                                        correction.before(Leg.class).known(),
                                        texts);
                    case Incident now ->
                        IncidentController.of(view, circumstances.of(view.file(), AccessGroup.INCIDENT), texts)
                                .differences(
                                        now.known(),
                                        correction.before(Incident.class).known(),
                                        texts);
                    case Detention now ->
                        DetentionController.of(view, texts)
                                .differences(
                                        now.known(),
                                        correction.before(Detention.class).known(),
                                        texts);
                    case Intervention now ->
                        PlainController.sayingWhom(InterventionController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Intervention.class).known(),
                                        texts);
                    case Background now ->
                        PlainController.sayingWhom(BackgroundController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Background.class).known(),
                                        texts);
                    case Need now ->
                        PlainController.sayingWhom(NeedController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Need.class).known(),
                                        texts);
                    case Relationship now ->
                        RelationshipController.of(view)
                                .differences(
                                        now.known(),
                                        correction.before(Relationship.class).known(),
                                        texts);
                    case Relative now ->
                        PlainController.sayingWhom(RelativeController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Relative.class).known(),
                                        texts);
                    case Group now ->
                        PlainController.sayingWhom(GroupController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Group.class).known(),
                                        texts);
                    case Posting now ->
                        PlainController.sayingWhom(PostingController.FORM, view)
                                .differences(
                                        now.known(),
                                        correction.before(Posting.class).known(),
                                        texts);
                    default ->
                        throw new IllegalArgumentException(
                                correction.now().getClass().getName());
                };
        return correction.before().isPresent()
                ? differences
                : differences.stream()
                        .map(each -> new Difference(each.label(), each.mine(), ""))
                        .toList();
    }
}
