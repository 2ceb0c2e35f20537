package org.durumi.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.durumi.desk.AccountDesk;
import org.durumi.desk.NewInvitation;
import org.durumi.identity.session.Accounts.Invited;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** An administrator makes an account for somebody who is to work here. */
@Path("/staff/invitation")
@RequestScoped
public class InvitationController {
    static final RecordForm<NewInvitation> INVITATION = RecordForm.of("staff.form", NewInvitation.class);

    @Inject
    Pages pages;

    @Inject
    AccountDesk accounts;

    @GET
    public Response blank() {
        return form(FormInput.blank()).answer();
    }

    /** Its answer is the page itself: the password is stored nowhere and shown once. */
    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewInvitation> typed = INVITATION.read(input);
        return pages.submit(input, () -> invited(typed.orElseThrow()), () -> form(input));
    }

    private Response invited(NewInvitation wanted) {
        Invited invited = accounts.invite(wanted);
        return pages.show(page -> pages.templates().deskInvited(page, wanted, invited));
    }

    private View form(FormInput input) {
        accounts.requireAdministrator();
        return pages.form(input, page -> pages.templates().deskInvitation(page, input, INVITATION));
    }
}
