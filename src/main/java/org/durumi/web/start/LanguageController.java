package org.durumi.web.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.durumi.web.support.Languages;
import org.durumi.web.support.Pages;

/** Changes the language and leads back to where the reader was. */
@Controller
@Path("/language")
@RequestScoped
public class LanguageController {
    @Inject
    Pages pages;

    @POST
    public Response choose(@FormParam("language") String language, @FormParam("back") String back) {
        Response answer = pages.redirect(Languages.isOurs(back) ? back : "/");
        return Languages.read(language)
                .map(chosen -> Response.fromResponse(answer)
                        .header("Set-Cookie", Languages.cookie(chosen))
                        .build())
                .orElse(answer);
    }
}
