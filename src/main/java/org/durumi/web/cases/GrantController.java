package org.durumi.web.cases;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Grant;
import org.durumi.cases.GrantService;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** A supervisor of the team ends before its time what lets somebody read the case. */
@Path("/cases/{number}/grants")
@RequestScoped
public class GrantController {
    @Inject
    Pages pages;

    @Inject
    GrantService grants;

    @Inject
    StaffDirectory staff;

    @Inject
    CaseReader reader;

    /** @param chosen which one to end */
    @GET
    public Response form(@PathParam("number") CaseNumber number, @QueryParam("grant") UUID chosen) {
        FormInput input = FormInput.blank();
        Optional.ofNullable(chosen).ifPresent(each -> input.with("grant", each.toString()));
        return view(number, input).answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<EntryId> grant = input.read("grant", Field.id(EntryId::new));
        return pages.submit(
                input,
                () -> grants.end(number, grant.orElseThrow()),
                "/cases/" + number + "/about",
                "notice.grant.ended",
                () -> view(number, input));
    }

    private View view(CaseNumber number, FormInput input) {
        CaseFile file = reader.toDecide(number, AccessGroup.CASE, AccessGroup.ASSIGNMENT)
                .file();
        List<Grant> standing = grants.of(file).stream()
                .filter(each -> each.stands(pages.page().drawn()))
                .toList();
        Map<UserId, String> handles =
                staff.handles(standing.stream().map(Grant::reader).collect(Collectors.toSet()));
        return pages.form(
                input,
                page -> pages.templates()
                        .casesGrantEnd(
                                page,
                                number,
                                standing.stream()
                                        .map(each -> new Choice(
                                                each.id().toString(),
                                                page.texts()
                                                        .text(
                                                                "grant.line",
                                                                Objects.requireNonNull(handles.get(each.reader())),
                                                                each.due())))
                                        .toList(),
                                input));
    }
}
