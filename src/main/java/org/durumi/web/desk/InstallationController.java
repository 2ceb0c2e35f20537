package org.durumi.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.durumi.desk.Condition;
import org.durumi.desk.InstallationService;
import org.durumi.identity.limit.Limit;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;

/** Shows an administrator how the installation is, and what is to be done about it. */
@Path("/installation")
@RequestScoped
public class InstallationController {
    @Inject
    Pages pages;

    @Inject
    InstallationService installation;

    @GET
    @Limited(Limit.LIST)
    public Response show() {
        List<Condition> found = installation.look();
        return pages.show(page -> pages.templates().deskInstallation(page, found));
    }
}
