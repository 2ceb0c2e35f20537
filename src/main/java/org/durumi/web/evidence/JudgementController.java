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
import java.util.OptionalLong;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimState;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.NewJudgement;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Decides about a claim: it is adopted, rejected, or another took its place. */
@Path("/cases/{number}/claims/{id}/judgement")
@RequestScoped
public class JudgementController {
    static final RecordForm<NewJudgement> FORM = RecordForm.of("judgement.form", NewJudgement.class);

    @Inject
    Pages pages;

    @Inject
    ClaimService claims;

    @Inject
    CaseReader reader;

    @GET
    public Response blank(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewJudgement> decided = FORM.read(input);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> claims.judge(number, new EntryId(id), decided.orElseThrow(), (int) seen.orElseThrow()),
                "/cases/" + number + "/claims#entry-" + id,
                "notice.claim.judged",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toAct(number, AccessGroup.PARTICIPANT, AccessGroup.CLAIM, AccessGroup.SOURCE);
        Evidence evidence = claims.of(view.file());
        Claim claim = evidence.inPlaceOf(new EntryId(id)).orElseThrow(NotFound::new);
        input.withVersion(claim.version());
        List<Choice> choices = Choice.of(
                pages.page().texts(),
                List.of(ClaimState.values()).stream()
                        .filter(each -> each != claim.state())
                        .toArray(ClaimState[]::new));
        return pages.form(
                input,
                page -> pages.templates()
                        .evidenceJudgement(
                                page,
                                number,
                                ClaimsView.of(evidence),
                                claim,
                                view.labels(claim.whom()),
                                choices,
                                input,
                                FORM));
    }
}
