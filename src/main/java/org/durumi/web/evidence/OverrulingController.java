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
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.NewOverruling;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** Says how sure an entry of a journey is, whatever its claims say. */
@Path("/cases/{number}/entries/{entry}/certainty")
@RequestScoped
public class OverrulingController {
    static final RecordForm<NewOverruling> FORM = RecordForm.of("overruling.form", NewOverruling.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ClaimService claims;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("entry") UUID id) {
        return view(number, id, FormInput.blank()).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response overrule(
            @PathParam("number") CaseNumber number,
            @PathParam("entry") UUID id,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    claims.overrule(number, new EntryId(id), told);
                    return "/cases/" + number + "/timeline#entry-" + id;
                },
                "notice.overruling.recorded",
                () -> view(number, id, input));
    }

    private View view(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toAct(
                number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.CLAIM, AccessGroup.SOURCE);
        StageEntry entry = CaseReader.entry(view, id);
        Evidence evidence = claims.of(view.file());
        return pages.form(
                input,
                page -> pages.templates()
                        .evidenceOverruling(
                                page,
                                view,
                                entry,
                                evidence.howSure(view, entry),
                                evidence.overrulings(entry),
                                staff.handles(evidence.people()),
                                FORM,
                                input));
    }
}
