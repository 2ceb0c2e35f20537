package org.durumi.web.links;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseNumber;
import org.durumi.links.MergeLine;
import org.durumi.links.MergeService;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor of both undoes that a case was closed as a duplicate. */
@Path("/cases/{number}/merge")
@RequestScoped
public class UndoMergeController {
    @Inject
    Pages pages;

    @Inject
    MergeService merges;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number) {
        return view(number, FormInput.blank()).answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return pages.submit(
                input,
                () -> merges.undo(number),
                "/cases/" + number + "/links",
                "notice.merge.undone",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file =
                reader.toDecide(number, AccessGroup.CASE, AccessGroup.LINK).file();
        Optional<MergeLine> line = merges.duplicate(file);
        return pages.form(input, page -> pages.templates().linksUndo(page, number, line, input));
    }
}
