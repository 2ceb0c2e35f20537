package org.durumi.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewRelation;
import org.durumi.evidence.Source;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;

/** What is claimed in a case, by topic; records a claim, or corrects one. */
@Path("/cases/{number}/claims")
@RequestScoped
public class ClaimController {
    static final CaseTab TAB = new CaseTab("claims", "case.tab.claims", 50);

    static final RecordForm<NewClaim> FORM =
            RecordForm.of("claim.form", NewClaim.class, Map.of("about", Field.whomIfAny()));

    @Inject
    Pages pages;

    @Inject
    CaseFrame frame;

    @Inject
    CaseClaims known;

    @Inject
    ClaimService claims;

    @Inject
    SourceService sources;

    @Inject
    CaseReader reader;

    @Inject
    Forms forms;

    @GET
    public Response show(@PathParam("number") CaseNumber number, @Context UriInfo address) {
        FormInput query = FormInput.of(address.getQueryParameters());
        return frame.show(
                number,
                TAB,
                CaseClaims.SHOWS,
                open -> pages.templates()
                        .evidenceClaims(open, ClaimsView.of(open, known.of(open), query), query, known.people(open)));
    }

    /** A new form; a link may say from which source, about whom, and to which other claim. */
    @GET
    @Path("new")
    public Response blank(
            @PathParam("number") CaseNumber number,
            @QueryParam(FormInput.WHOM) List<String> who,
            @QueryParam("source") String source,
            @QueryParam("related") String related) {
        FormInput input = FormInput.blank();
        FormInput.whom(who).ifPresent(each -> input.with(FormInput.WHOM, Field.whom(), each));
        chosen(input, "source", source);
        chosen(input, "related", related);
        return form(number, input).answer();
    }

    /** What a link chooses in advance; a damaged link chooses nothing. */
    private static void chosen(FormInput input, String field, String id) {
        Optional.ofNullable(id).flatMap(FormInput::uuid).ifPresent(each -> input.with(field, each.toString()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        boolean relates =
                !input.typed("relation").isEmpty() || !input.typed("related").isEmpty();
        Optional<NewRelation> relation = relates ? RelationController.FORM.read(input) : Optional.empty();
        return forms.create(
                input,
                FORM,
                claim -> address(number) + "#entry-" + claims.record(number, claim, relation),
                "notice.claim.recorded",
                () -> form(number, input));
    }

    @GET
    @Path("{id}")
    public Response stored(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return standing(number, id).view().answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.correct(
                input,
                FORM,
                (right, why, seen) -> claims.correct(number, new EntryId(id), right, why, seen),
                () -> standing(number, id),
                address(number),
                "notice.claim.corrected");
    }

    private Standing<NewClaim> standing(CaseNumber number, UUID id) {
        CaseView view = toRecord(number);
        Evidence evidence = claims.of(view.file());
        Claim claim = evidence.inPlaceOf(new EntryId(id)).orElseThrow(NotFound::new);
        List<Choice> from = sources(evidence.source(claim));
        List<Choice> people = people(view);
        List<Choice> entries = ClaimChoices.entries(view, pages.page());
        RecordForm<NewClaim> form = FORM.<SourceId>saying("source", each -> Choice.labelOf(from, each.toString()))
                .<java.util.Set<org.durumi.kernel.ParticipantId>>saying(
                        "about",
                        each -> each.stream()
                                .map(who -> Choice.labelOf(people, who.toString()))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .<Optional<EntryId>>saying(
                        "entry",
                        each -> each.map(entry -> Choice.labelOf(entries, entry.toString()))
                                .orElse(""));
        String action = address(number) + "/" + claim.id();
        return new Standing<>(
                form,
                claim.known(),
                claim.version(),
                (input, differences) -> form(
                        input, new ClaimForm(FORM, number, action, from, people, entries, List.of(), differences)));
    }

    private View form(CaseNumber number, FormInput input) {
        CaseView view = toRecord(number);
        Evidence evidence = claims.of(view.file());
        return form(
                input,
                new ClaimForm(
                        FORM,
                        number,
                        address(number) + "/new",
                        sources(),
                        people(view),
                        ClaimChoices.entries(view, pages.page()),
                        ClaimChoices.claims(evidence, List.of(), pages.page()),
                        List.<Difference>of()));
    }

    private View form(FormInput input, ClaimForm about) {
        return pages.form(input, page -> pages.templates().evidenceClaim(page, input, about));
    }

    private List<Choice> sources() {
        return sources.choices().stream().map(this::choice).toList();
    }

    /** The same, and the one that a claim names already, if it is of the team from which the case came. */
    private List<Choice> sources(Source named) {
        return Stream.concat(
                        sources().stream(),
                        Stream.of(named)
                                .filter(Source::isElsewhere)
                                .map(each -> new Choice(each.id().toString(), each.codeName())))
                .toList();
    }

    private Choice choice(Source source) {
        return new Choice(source.id().toString(), SourceTitle.of(source, pages.page()));
    }

    private List<Choice> people(CaseView view) {
        return Everybody.in(view, pages.page().texts());
    }

    private CaseView toRecord(CaseNumber number) {
        return reader.toRecord(
                number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.CLAIM, AccessGroup.SOURCE);
    }

    private static String address(CaseNumber number) {
        return "/cases/" + number + "/claims";
    }
}
