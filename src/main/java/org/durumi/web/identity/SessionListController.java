package org.durumi.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.identity.session.OpenSessions;
import org.durumi.identity.session.OpenSessions.OpenSession;
import org.durumi.mail.MailAddressService;
import org.durumi.mail.MailTrouble;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Shows an administrator who is signed in, and ends a session that must not go on. */
@Path("/sessions")
@RequestScoped
public class SessionListController {
    private static final String PATH = "/sessions";
    private static final int LONGEST_TAG = 64;

    @Inject
    Pages pages;

    @Inject
    OpenSessions sessions;

    @Inject
    StaffDirectory staff;

    @Inject
    MailAddressService mail;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response list() {
        Access reading = Access.of(AccessAction.LIST, AccessGroup.SESSION);
        requireAdministrator(reading);
        log.record(reading);
        return view().answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response end(MultivaluedMap<String, String> fields) {
        Access ending = Access.of(AccessAction.CHANGE, AccessGroup.SESSION);
        requireAdministrator(ending);
        log.record(ending);
        FormInput input = FormInput.of(fields);
        Optional<String> session = input.read("session", Field.line(LONGEST_TAG));
        return pages.submit(input, () -> sessions.end(session.orElseThrow()), PATH, "notice.session.ended", this::view);
    }

    private View view() {
        List<OpenSession> open = sessions.all();
        Optional<MailTrouble> trouble = mail.mine().trouble();
        return pages.view(page -> pages.templates()
                .identitySessions(
                        page,
                        open,
                        staff.handles(
                                open.stream().map(each -> each.actor().id()).toList()),
                        user.actor().sessionTag(),
                        trouble));
    }

    private void requireAdministrator(Access wanted) {
        log.require(user.actor().is(Role.ADMINISTRATOR), wanted);
    }
}
