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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkAct;
import org.durumi.links.LinkLine;
import org.durumi.links.LinkService;
import org.durumi.links.MergeService;
import org.durumi.links.NewAnswer;
import org.durumi.links.NewLink;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Links of a case: looked for, wanted, decided. */
@Path("/cases/{number}/links")
@RequestScoped
public class LinkController {
    static final RecordForm<NewLink> FORM = RecordForm.of("link.form", NewLink.class);
    static final RecordForm<NewAnswer> ANSWER = RecordForm.of("link.answer", NewAnswer.class);

    @Inject
    CaseFrame frame;

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    LinkService links;

    @Inject
    CaseSearch search;

    @Inject
    CaseReader reader;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(number, LinksPart.TAB);
    }

    /** Looks for what may be linked: only when somebody asks, and not whenever the page is opened. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Limited(Limit.SEARCH)
    public Response look(@PathParam("number") CaseNumber number) {
        return pages.redirect(address(number), links.suggest(number) > 0 ? "notice.link.found" : "notice.link.none");
    }

    @GET
    @Path("search")
    public Response looked(@PathParam("number") CaseNumber number) {
        return pages.redirect(address(number));
    }

    @GET
    @Path("new")
    public Response form(@PathParam("number") CaseNumber number) {
        return wanting(number, FormInput.blank()).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Limited(Limit.LINK)
    public Response want(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                wanted -> address(number) + "#entry-" + links.want(number, wanted),
                decides() ? "notice.link.asked" : "notice.link.wished",
                () -> wanting(number, input));
    }

    @GET
    @Path("{link}")
    public Response one(@PathParam("number") CaseNumber number, @PathParam("link") UUID link) {
        return answering(number, new EntryId(link), FormInput.blank()).answer();
    }

    @POST
    @Path("{link}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @StepUp
    public Response act(
            @PathParam("number") CaseNumber number, @PathParam("link") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        EntryId link = new EntryId(id);
        Optional<NewAnswer> said = ANSWER.read(input);
        return pages.submit(
                input,
                () -> links.act(number, link, said.orElseThrow()),
                address(number) + "#entry-" + link,
                "notice.link.done",
                () -> answering(number, link, input));
    }

    private View wanting(CaseNumber number, FormInput input) {
        AccessGroup[] shown = {AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK};
        CaseView view = decides() ? reader.toDecide(number, shown) : reader.toRecord(number, shown);
        return pages.form(input, page -> pages.templates().linksWant(page, view, FORM, input));
    }

    private View answering(CaseNumber number, EntryId link, FormInput input) {
        CaseView view = search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK);
        LinkLine line = links.of(view.file()).stream()
                .filter(each -> each.link().id().equals(link))
                .findFirst()
                .orElseThrow(NotFound::new);
        Map<UserId, String> handles =
                staff.handles(LinkService.people(List.of(line)).collect(Collectors.toSet()));
        // Who decides for both sides says who it is on the other one.
        List<Participant> people =
                line.acts().contains(LinkAct.AGREE) && line.here() ? links.others(line) : view.participants();
        return pages.form(
                input,
                page -> pages.templates()
                        .linksAnswer(
                                page,
                                view,
                                line,
                                MergeService.offers(view.file(), line),
                                choices(people, page.texts()),
                                handles,
                                ANSWER,
                                input));
    }

    private static List<Choice> choices(List<Participant> people, Texts texts) {
        return people.stream()
                .map(each -> new Choice(each.id().toString(), texts.text("participant.name", each.label())))
                .toList();
    }

    private boolean decides() {
        return user.actor().is(Role.SUPERVISOR);
    }

    private static String address(CaseNumber number) {
        return "/cases/" + number + "/links";
    }
}
