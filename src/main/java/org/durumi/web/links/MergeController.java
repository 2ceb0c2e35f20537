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
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.links.MergeService;
import org.durumi.links.NewMerge;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** A supervisor of both closes a case as a duplicate of the one with which it is linked. */
@Path("/cases/{number}/links/{link}/merge")
@RequestScoped
public class MergeController {
    @Inject
    Pages pages;

    @Inject
    MergeService merges;

    @Inject
    CaseReader reader;

    @GET
    public Response form(@PathParam("number") CaseNumber number, @PathParam("link") UUID link) {
        FormInput input = FormInput.blank();
        return view(number, new EntryId(link), asked(number, new EntryId(link), input), input)
                .answer();
    }

    @POST
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(
            @PathParam("number") CaseNumber number, @PathParam("link") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        EntryId link = new EntryId(id);
        Optional<MergeForm> form = asked(number, link, input);
        Optional<NewMerge> wanted = form.flatMap(MergeForm::read);
        if (form.isEmpty()) {
            input.refuse(new RuleViolation("merge.not-possible"));
        }
        return pages.submit(
                input,
                () -> merges.merge(number, link, wanted.orElseThrow()),
                "/cases/" + number,
                "notice.merge.done",
                () -> view(number, link, form, input));
    }

    private Optional<MergeForm> asked(CaseNumber number, EntryId link, FormInput input) {
        reader.toDecide(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK);
        return merges.plan(number, link)
                .map(plan -> new MergeForm(plan, input, pages.page().texts()));
    }

    private View view(CaseNumber number, EntryId link, Optional<MergeForm> form, FormInput input) {
        return pages.form(input, page -> pages.templates().linksMerge(page, number, link, form, input));
    }
}
