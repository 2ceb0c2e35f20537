package org.durumi.web.evidence;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimRelation;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.NewRelation;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Says how a claim stands to another, or takes that back. */
@Path("/cases/{number}/claims/{id}/relations")
@RequestScoped
public class RelationController {
    static final RecordForm<NewRelation> FORM = RecordForm.of("relation.form", NewRelation.class);

    private static final int LONGEST_REASON = 1000;

    @Inject
    Pages pages;

    @Inject
    ClaimService claims;

    @Inject
    CaseReader reader;

    @Inject
    Forms forms;

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response relate(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                known -> {
                    claims.relate(number, new EntryId(id), known);
                    return address(number) + "#entry-" + id;
                },
                "notice.relation.recorded",
                () -> view(number, id, input));
    }

    @GET
    @Path("{relation}")
    public Response stored(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, @PathParam("relation") UUID relation) {
        return view(number, id, relation, FormInput.blank()).answer();
    }

    @POST
    @Path("{relation}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(
            @PathParam("number") CaseNumber number,
            @PathParam("id") UUID id,
            @PathParam("relation") UUID relation,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<String> why = input.read("why", Field.lines(1, LONGEST_REASON));
        return pages.submit(
                input,
                () -> claims.unrelate(number, new EntryId(relation), why.orElseThrow()),
                address(number) + "#entry-" + id,
                "notice.relation.struck",
                () -> view(number, id, relation, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        Evidence evidence = toRecord(number);
        Claim claim = claim(evidence, id);
        List<Choice> others = ClaimChoices.claims(evidence, List.of(claim.original()), pages.page());
        String title = ClaimChoices.title(claim, evidence, pages.page());
        return pages.form(
                input,
                page -> pages.templates()
                        .evidenceRelation(
                                page, number, address(number) + "/" + id + "/relations/new", title, others, input));
    }

    private View view(CaseNumber number, UUID id, UUID relation, FormInput input) {
        Evidence evidence = toRecord(number);
        Claim claim = claim(evidence, id);
        ClaimRelation standing = evidence.relation(new EntryId(relation))
                .filter(each -> each.touches(claim.original()))
                .orElseThrow(NotFound::new);
        if (!standing.stands()) {
            throw new RuleViolation("entry.struck");
        }
        return pages.form(
                input,
                page -> pages.templates()
                        .evidenceRelated(
                                page,
                                number,
                                address(number) + "/" + id + "/relations/" + relation,
                                ClaimChoices.title(
                                        evidence.standing(standing.from()).orElseThrow(), evidence, page),
                                standing.kind(),
                                ClaimChoices.title(
                                        evidence.standing(standing.to()).orElseThrow(), evidence, page),
                                LONGEST_REASON,
                                input));
    }

    private Evidence toRecord(CaseNumber number) {
        return claims.of(
                reader.toRecord(number, AccessGroup.CLAIM, AccessGroup.SOURCE).file());
    }

    private static Claim claim(Evidence evidence, UUID id) {
        return evidence.inPlaceOf(new EntryId(id)).orElseThrow(NotFound::new);
    }

    private static String address(CaseNumber number) {
        return "/cases/" + number + "/claims";
    }
}
