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
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Background;
import org.durumi.circumstances.Circumstance;
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
import org.durumi.circumstances.Referral;
import org.durumi.circumstances.Relationship;
import org.durumi.circumstances.Relative;
import org.durumi.circumstances.SafeContact;
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
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor confirms a correction of what is known of somebody's way, or sends it back with a reason. */
@Path("/cases/{number}/corrections/{kind: device|[a-z-]+}/{id}")
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
    static AccessGroup group(String kind) {
        return CircumstancesService.EVERYTHING.stream()
                .filter(each -> CircumstanceTitle.word(each).equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What is said now beside what was confirmed last; beside nothing if nobody knows that. */
    private List<Difference> differences(CaseView view, Correction correction, Texts texts) {
        List<Difference> differences =
                switch (correction.now()) {
                    case Attempt now -> differences(AttemptController.FORM, Attempt.class, correction, texts);
                    case Device now -> differences(DeviceController.FORM, Device.class, correction, texts);
                    case Vulnerability now ->
                        differences(VulnerabilityController.FORM, Vulnerability.class, correction, texts);
                    case Leg now -> differences(LegController.of(view), Leg.class, correction, texts);
                    case Incident now ->
                        differences(
                                IncidentController.of(view, circumstances.of(view.file(), AccessGroup.INCIDENT), texts),
                                Incident.class,
                                correction,
                                texts);
                    case Detention now ->
                        differences(DetentionController.of(view, texts), Detention.class, correction, texts);
                    case Relationship now ->
                        differences(RelationshipController.of(view), Relationship.class, correction, texts);
                    case Intervention now ->
                        differences(
                                PlainController.sayingWhom(InterventionController.FORM, view),
                                Intervention.class,
                                correction,
                                texts);
                    case Posting now ->
                        differences(
                                PlainController.sayingWhom(PostingController.FORM, view),
                                Posting.class,
                                correction,
                                texts);
                    case Background now ->
                        differences(
                                PlainController.sayingWhom(BackgroundController.FORM, view),
                                Background.class,
                                correction,
                                texts);
                    case Need now ->
                        differences(
                                PlainController.sayingWhom(NeedController.FORM, view), Need.class, correction, texts);
                    case SafeContact now ->
                        differences(
                                PlainController.sayingWhom(SafeContactController.FORM, view),
                                SafeContact.class,
                                correction,
                                texts);
                    case Referral now ->
                        differences(
                                PlainController.sayingWhom(ReferralController.FORM, view),
                                Referral.class,
                                correction,
                                texts);
                    case Relative now ->
                        differences(
                                PlainController.sayingWhom(RelativeController.FORM, view),
                                Relative.class,
                                correction,
                                texts);
                    case Group now ->
                        differences(
                                PlainController.sayingWhom(GroupController.FORM, view), Group.class, correction, texts);
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

    private static <N extends Record, C extends Circumstance<N, ?, ?>> List<Difference> differences(
            RecordForm<N> form, Class<C> kind, Correction correction, Texts texts) {
        return form.differences(
                kind.cast(correction.now()).known(), correction.before(kind).known(), texts);
    }
}
