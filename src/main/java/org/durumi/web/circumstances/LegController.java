package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
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
import java.util.OptionalLong;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.NewLeg;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.cases.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.OncePerForm;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Records a leg of a way, planned, under way or over, or changes what is known of one. */
@Controller
@Path("/cases/{number}/legs")
@RequestScoped
public class LegController {
    @Inject
    Pages pages;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CaseReader reader;

    @Inject
    OncePerForm once;

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number, @QueryParam("participant") String who) {
        return blank(number, LegForm.blank(who)).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewLeg> known = LegForm.read(input);
        Optional<UUID> key = input.once();
        return pages.submit(
                input,
                () -> pages.redirect(
                        once.create(key.orElseThrow(), () -> {
                            circumstances.recordLeg(number, known.orElseThrow());
                            return "/cases/" + number;
                        }),
                        "notice.leg.recorded"),
                () -> blank(number, input));
    }

    @GET
    @Path("{id}")
    public Response stored(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        CaseView view = view(number);
        Leg stored = find(view, id);
        FormInput input = LegForm.fill(FormInput.blank(), stored.known()).withVersion(stored.version());
        return page(view, stored, input, List.of()).answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewLeg> known = LegForm.read(input);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    change(number, id, known.orElseThrow(), (int) seen.orElseThrow());
                    return pages.redirect("/cases/" + number, "notice.leg.changed");
                },
                () -> again(number, id, input, known));
    }

    /** If what was typed is what stands, there is no conflict: the form was sent twice, or two people agree. */
    private void change(CaseNumber number, UUID id, NewLeg known, int seen) {
        try {
            circumstances.changeLeg(number, new EntryId(id), known, seen);
        } catch (ChangedMeanwhile faster) {
            if (!find(view(number), id).known().equals(known)) {
                throw faster;
            }
        }
    }

    private View again(CaseNumber number, UUID id, FormInput input, Optional<NewLeg> known) {
        CaseView view = view(number);
        Leg stored = find(view, id);
        if (!input.isStale() || known.isEmpty()) {
            return page(view, stored, input, List.of());
        }
        input.withVersion(stored.version());
        return page(
                view,
                stored,
                input,
                LegForm.differences(
                        known.get(), stored.known(), view, pages.page().texts()));
    }

    private View blank(CaseNumber number, FormInput input) {
        CaseView view = view(number);
        return pages.view("circumstances/leg.jte")
                .with(
                        "form",
                        CircumstanceForm.blank(view, "legs", input, pages.page().texts()));
    }

    private View page(CaseView view, Leg stored, FormInput input, List<Difference> differences) {
        return pages.view("circumstances/leg.jte")
                .with(
                        "form",
                        CircumstanceForm.stored(
                                view,
                                "legs",
                                stored.id(),
                                "",
                                input,
                                differences,
                                pages.page().texts()));
    }

    private CaseView view(CaseNumber number) {
        return reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.LEG);
    }

    private Leg find(CaseView view, UUID id) {
        return circumstances.of(view.file()).legs().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
