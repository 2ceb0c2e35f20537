package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;

/** Records a leg of a way, planned, under way or over, or changes what is known of one. */
@Path("/cases/{number}/legs")
@RequestScoped
public class LegController {
    private static final LegForm LEG = new LegForm();

    @Inject
    CircumstancePages pages;

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @QueryParam("participant") String who) {
        return pages.blank(LEG, number, who);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        return pages.record(LEG, number, fields);
    }

    @GET
    @Path("{id}")
    public Response stored(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return pages.stored(LEG, number, id);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return pages.change(LEG, number, id, fields);
    }
}
