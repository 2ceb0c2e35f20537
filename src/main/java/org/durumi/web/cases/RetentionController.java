package org.durumi.web.cases;

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
import java.util.Map;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.NewRetention;
import org.durumi.cases.RetentionService;
import org.durumi.cases.RetentionService.Kept;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor says how long a closed case is kept. */
@Path("/cases/{number}/retention")
@RequestScoped
public class RetentionController {
    static final RecordForm<NewRetention> FORM = RecordForm.of("retention.form", NewRetention.class);

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    RetentionService service;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    service.keep(number, told);
                    return "/cases/" + number + "/about";
                },
                "notice.retention.kept",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file = reader.toDecide(number, AccessGroup.CASE).file();
        Kept kept = service.of(file);
        Map<UserId, String> handles = staff.handles(
                kept.decided().stream().map(each -> each.recorded().by()).toList());
        return pages.form(input, page -> pages.templates().casesRetention(page, file, kept, handles, FORM, input));
    }
}
