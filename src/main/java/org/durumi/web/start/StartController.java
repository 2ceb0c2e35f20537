package org.durumi.web.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.durumi.identity.Role;
import org.durumi.web.support.Pages;
import org.durumi.web.support.Visitor;

/** The start page: what Durumi is, and the way in. Who is signed in goes to where their work begins. */
@Path("/")
@RequestScoped
public class StartController {
    /** An account of the demonstration. */
    public record DemoAccount(String name, Role role) {}

    private static final String DEMO_PASSWORD = "crane-over-the-river";
    private static final List<DemoAccount> DEMO_ACCOUNTS = List.of(
            new DemoAccount("haneul", Role.CASEWORKER),
            new DemoAccount("yun", Role.CASEWORKER),
            new DemoAccount("seo", Role.SUPERVISOR),
            new DemoAccount("bae", Role.SUPERVISOR),
            new DemoAccount("ohjin", Role.AUDITOR),
            new DemoAccount("admin", Role.ADMINISTRATOR),
            new DemoAccount("moon", Role.ADMINISTRATOR));

    @Inject
    Pages pages;

    @GET
    public Response start() {
        Visitor visitor = pages.page().visitor();
        if (visitor.isSignedIn()) {
            return pages.redirect(visitor.home());
        }
        return pages.show(
                page -> pages.templates().startLanding(page, page.demo() ? DEMO_ACCOUNTS : List.of(), DEMO_PASSWORD));
    }
}
