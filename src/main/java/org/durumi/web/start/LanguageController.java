package org.durumi.web.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.OurAddress;
import org.durumi.web.support.Languages;
import org.durumi.web.support.Pages;

/** Changes the language, of the session or of a guest, and leads back to where the reader was. */
@Path("/language")
@RequestScoped
public class LanguageController {
    @Inject
    Pages pages;

    @Inject
    CurrentSession session;

    @POST
    public Response choose(
            @FormParam("language") String code, @FormParam("back") String back, @Context HttpServletResponse response) {
        Languages.read(code).ifPresent(language -> {
            session.changeLanguage(language);
            GuestLanguage.remember(response, language);
        });
        return pages.redirect(OurAddress.isOurs(back) ? back : "/");
    }
}
