package org.durumi.web.evidence;

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
import java.util.Optional;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Source;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceService;
import org.durumi.evidence.SourceView;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;

/** The sources of a team under their code names: its caseworkers add and correct them. */
@Path("/sources")
@RequestScoped
public class SourceController {
    static final RecordForm<NewSource> FORM = RecordForm.of("source.form", NewSource.class);

    private static final String PATH = "/sources";

    @Inject
    Pages pages;

    @Inject
    SourceService sources;

    @Inject
    Forms forms;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        PageNumber number = PageNumber.read(wanted);
        return pages.show(page -> pages.templates().evidenceSources(page, sources.list(number.index()), number));
    }

    @GET
    @Path("new")
    public Response blank() {
        return form(FormInput.blank()).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input, FORM, known -> PATH + "/" + sources.add(known), "notice.source.added", () -> form(input));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        return standing(new SourceId(id)).view().answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        requireCaseworker(AccessAction.CHANGE);
        SourceId source = new SourceId(id);
        return forms.correct(
                FormInput.of(fields),
                FORM,
                (right, why, seen) -> sources.correct(source, right, why, seen),
                () -> standing(source),
                PATH + "/" + id,
                "notice.source.corrected");
    }

    private Standing<NewSource> standing(SourceId id) {
        SourceView read = sources.one(id);
        List<Choice> others = choices().stream()
                .filter(each -> !each.value().equals(id.toString()))
                .toList();
        RecordForm<NewSource> form = FORM.<Optional<SourceId>>saying(
                "relayedBy",
                relay -> relay.map(each -> Choice.labelOf(others, each.toString()))
                        .orElse(""));
        return new Standing<>(
                form,
                read.source().known(),
                read.source().version(),
                (input, differences) -> view(read, others, input, differences));
    }

    private View view(SourceView read, List<Choice> others, FormInput input, List<Difference> differences) {
        boolean corrects = user.actor().is(Role.CASEWORKER) && !read.source().isChangedOutside();
        return pages.form(
                input,
                page -> pages.templates().evidenceSource(page, read, corrects, others, input, FORM, differences));
    }

    private View form(FormInput input) {
        requireCaseworker(AccessAction.CREATE);
        List<Choice> others = choices();
        return pages.form(input, page -> pages.templates().evidenceSourceNew(page, others, input, FORM));
    }

    /** Only a caseworker writes sources; the service asks again. */
    private void requireCaseworker(AccessAction action) {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(action, AccessGroup.SOURCE));
    }

    private List<Choice> choices() {
        return sources.choices().stream().map(this::choice).toList();
    }

    private Choice choice(Source source) {
        return new Choice(source.id().toString(), SourceTitle.of(source, pages.page()));
    }
}
