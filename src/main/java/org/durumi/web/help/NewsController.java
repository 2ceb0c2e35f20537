package org.durumi.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.durumi.identity.Preferences;
import org.durumi.identity.session.CurrentSession;
import org.durumi.web.support.News;
import org.durumi.web.support.Pages;

/** What is new, and that somebody has seen it. */
@Path("/what-is-new")
@RequestScoped
public class NewsController {
    @Inject
    Pages pages;

    @Inject
    CurrentSession session;

    @GET
    public Response show() {
        Preferences mine = session.preferences();
        if (mine.newsSeen() < News.newest()) {
            session.prefer(mine.havingSeen(News.newest()));
        }
        return pages.show(
                page -> pages.templates().helpNews(page, News.last(page.texts().language())));
    }
}
