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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.NewHold;
import org.durumi.cases.RetentionService;
import org.durumi.cases.RetentionService.Kept;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor forbids to erase a case, for a court or an inquiry, or allows it again. */
@Path("/cases/{number}/hold")
@RequestScoped
public class HoldController {
    static final RecordForm<NewHold> FORM = RecordForm.of("hold.form", NewHold.class);

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

    /** A page that was shown again leads back to the question when it is reloaded. */
    @GET
    @Path("{step: release}")
    public Response back(@PathParam("number") CaseNumber number) {
        return pages.redirect("/cases/" + number + "/hold");
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return decide(number, fields, told -> service.hold(number, told), "notice.hold.placed");
    }

    @POST
    @Path("release")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return decide(number, fields, told -> service.lift(number, told), "notice.hold.lifted");
    }

    private Response decide(
            CaseNumber number, MultivaluedMap<String, String> fields, Consumer<NewHold> act, String notice) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> {
                    act.accept(told);
                    return "/cases/" + number + "/about";
                },
                notice,
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file = reader.toDecide(number, AccessGroup.CASE).file();
        Kept kept = service.of(file);
        Map<UserId, String> handles = staff.handles(kept.holds().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.recorded()), each.lifted().stream()))
                .map(Signed::by)
                .toList());
        return pages.form(input, page -> pages.templates().casesHold(page, file, kept, handles, FORM, input));
    }
}
