package org.durumi.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;

/** One stream of everything that happened in a case, by the day on which it happened or became known. */
@Path("/cases/{number}/timeline")
@RequestScoped
public class TimelinePage {
    @Inject
    Pages pages;

    @Inject
    CaseFrame frame;

    @Inject
    CaseTimeline timeline;

    @GET
    public Response show(@PathParam("number") CaseNumber number, @Context UriInfo address) {
        TimelineQuery query = new TimelineQuery(FormInput.of(address.getQueryParameters()));
        return frame.show(number, CaseTab.TIMELINE, timeline.shows(), open -> {
            List<CaseEvent> events = query.select(timeline.of(open), open);
            return pages.templates()
                    .frameTimeline(open, query, timeline.kinds(), query.page(events), query.hasMore(events));
        });
    }
}
