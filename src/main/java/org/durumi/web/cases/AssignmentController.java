package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseView;
import org.durumi.cases.DecisionService;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Who works on a case, now and before. A supervisor assigns caseworkers of the team and ends assignments. */
@Path("/cases/{number}/assignment")
@RequestScoped
public class AssignmentController {
    @Inject
    Pages pages;

    @Inject
    DecisionService service;

    @Inject
    StaffDirectory staff;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    /** @param ending the assignment to end; absent to assign somebody */
    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number,
            @QueryParam("end") UUID ending,
            MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        String here = "/cases/" + number + "/assignment";
        if (ending != null) {
            return pages.submit(
                    input,
                    () -> service.unassign(number, new EntryId(ending)),
                    here,
                    "notice.assignment.ended",
                    () -> view(number, input));
        }
        Optional<UserId> caseworker = input.read("caseworker", Field.user());
        return pages.submit(
                input,
                () -> service.assign(number, caseworker.orElseThrow()),
                here,
                "notice.assignment.begun",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseView view = reader.toDecide(number, AccessGroup.CASE, AccessGroup.ASSIGNMENT);
        List<UserId> current = view.assignments().stream()
                .filter(Assignment::isCurrent)
                .map(Assignment::caseworker)
                .toList();
        List<Choice> free = staff.caseworkers(view.file().team()).stream()
                .filter(member -> !current.contains(member.id()))
                .map(member -> new Choice(member.id().value(), member.handle()))
                .toList();
        return pages.form(input, page -> pages.templates().casesAssignment(page, view, free, input));
    }
}
