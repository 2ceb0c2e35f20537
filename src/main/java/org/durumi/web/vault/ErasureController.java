package org.durumi.web.vault;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Erasure;
import org.durumi.cases.ErasureService;
import org.durumi.cases.ErasureService.Standing;
import org.durumi.cases.RetentionService;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor asks to erase a case for good; another one approves or declines; any of the team stops it in its pause. */
@Path("/cases/{number}/erasure")
@RequestScoped
public class ErasureController {
    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    ErasureService erasures;

    @Inject
    RetentionService retentions;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    /** A page that was shown again leads back to the question when it is reloaded, or filled with what was typed before. */
    @GET
    @Path("{step: approval|refusal|withdrawal|stop}")
    public Response back(@PathParam("number") CaseNumber number) {
        return pages.redirect("/cases/" + number + "/erasure");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response ask(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<String> reason = input.read("reason", Field.lines(Erasure.SHORTEST_REASON, Erasure.LONGEST_REASON));
        return forms.create(
                input,
                () -> {
                    erasures.ask(number, reason.orElseThrow());
                    return "/cases/" + number;
                },
                "notice.erasure.asked",
                () -> view(number, input));
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response approve(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        input.read("number", Field.line(number.value().length()))
                .filter(typed -> !typed.equals(number.value()))
                .ifPresent(other -> input.refuse("number", "erasure.number.different"));
        return submit(number, input, () -> erasures.approve(number), "notice.erasure.approved");
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> erasures.decline(number), "notice.erasure.declined");
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> erasures.withdraw(number), "notice.erasure.withdrawn");
    }

    @POST
    @Path("stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return submit(number, FormInput.of(fields), () -> erasures.stop(number), "notice.erasure.stopped");
    }

    private Response submit(CaseNumber number, FormInput input, Runnable act, String notice) {
        return pages.submit(input, act, "/cases/" + number, notice, () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file =
                reader.toDecide(number, AccessGroup.CASE, AccessGroup.KEY).file();
        Optional<Standing> standing = erasures.standing(file);
        Map<UserId, String> handles = staff.handles(standing.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.asked()), each.approved().stream()))
                .map(Signed::by)
                .toList());
        return pages.form(
                input,
                page -> pages.templates()
                        .erasureErasure(
                                page,
                                number,
                                standing,
                                handles,
                                file.erasureDue(),
                                retentions.of(file).hold().isPresent(),
                                input));
    }
}
