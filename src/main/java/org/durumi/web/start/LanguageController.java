package org.durumi.web.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.OurAddress;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Languages;
import org.durumi.web.support.Pages;
import org.jspecify.annotations.Nullable;

/** Changes the language, of the session or of a guest, and leads back to where the reader was. */
@Path("/language")
@RequestScoped
public class LanguageController {
    private static final String LANGUAGE = "language";

    @Inject
    Pages pages;

    @Inject
    CurrentSession session;

    /** @param to the page on which a form stands, which is sent along as it is; null on a page without one */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @QueryParam(FormInput.PAGE) @Nullable String to,
            @FormParam(LANGUAGE) String code,
            @FormParam("back") String back,
            @Context HttpServletResponse response) {
        Languages.read(code).ifPresent(language -> {
            session.changeLanguage(language);
            GuestLanguage.remember(response, language);
        });
        if (OurAddress.isOurs(to)) {
            return pages.carrying(Objects.requireNonNull(to), Set.of(LANGUAGE));
        }
        return pages.redirect(OurAddress.isOurs(back) ? back : "/");
    }
}
