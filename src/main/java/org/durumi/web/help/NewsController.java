package org.durumi.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.durumi.identity.Preferences;
import org.durumi.identity.session.CurrentSession;
import org.durumi.web.support.News;
import org.durumi.web.support.Pages;

/** What is new, and that somebody says that they have seen it. */
@Path("/what-is-new")
@RequestScoped
public class NewsController {
    @Inject
    Pages pages;

    @Inject
    CurrentSession session;

    /** Whoever has looked says so: a page that is only fetched notes nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response seen() {
        Preferences mine = session.preferences();
        if (mine.newsSeen() < News.newest()) {
            session.prefer(mine.havingSeen(News.newest()));
        }
        return pages.redirect("/what-is-new");
    }

    @GET
    public Response show() {
        return pages.show(
                page -> pages.templates().helpNews(page, News.last(page.texts().language())));
    }
}
